# observed: raises
# function: int_default_dtype
import tensorflow as tf

def int_default_dtype(x):
    n = tf.constant(0, tf.int64)
    k = 0
    for v in tf.range(3):
        k = k + 1
    return n + k

RESULT = (int_default_dtype(tf.constant([3.0, 2.0])), int_default_dtype(tf.constant([0.25, 0.25])))
