# observed: same
# function: into_cumsum
import tensorflow as tf

def into_cumsum(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.cumsum(x, axis=n - n)

RESULT = (into_cumsum(tf.constant([3.0, 2.0])), into_cumsum(tf.constant([0.25, 0.25])))
