# observed: same
# function: staged_floordiv_mod
import tensorflow as tf

def staged_floordiv_mod(x):
    n = 7
    if tf.reduce_sum(x) > 1.0:
        n = -9
    return x * tf.cast(n // 2 + n % 4, tf.float32)

RESULT = (staged_floordiv_mod(tf.constant([3.0, 2.0])), staged_floordiv_mod(tf.constant([0.25, 0.25])))
