# observed: same
# function: staged_pow
import tensorflow as tf

def staged_pow(x):
    n = 3
    if tf.reduce_sum(x) > 1.0:
        n = 4
    return x * tf.cast(n ** 2, tf.float32)

RESULT = (staged_pow(tf.constant([3.0, 2.0])), staged_pow(tf.constant([0.25, 0.25])))
