# observed: raises
# function: staged_divmod
import tensorflow as tf

def staged_divmod(x):
    n = 7
    if tf.reduce_sum(x) > 1.0:
        n = 9
    q, r = divmod(n, 2)
    return x * tf.cast(q + r, tf.float32)

RESULT = (staged_divmod(tf.constant([3.0, 2.0])), staged_divmod(tf.constant([0.25, 0.25])))
