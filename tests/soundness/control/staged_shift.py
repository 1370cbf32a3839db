# observed: raises
# function: staged_shift
import tensorflow as tf

def staged_shift(x):
    n = 3
    if tf.reduce_sum(x) > 1.0:
        n = 4
    return x * tf.cast(n << 1, tf.float32)

RESULT = (staged_shift(tf.constant([3.0, 2.0])), staged_shift(tf.constant([0.25, 0.25])))
