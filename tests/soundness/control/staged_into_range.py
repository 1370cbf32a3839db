# observed: same
# function: into_range
import tensorflow as tf

def into_range(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.range(n))

RESULT = (into_range(tf.constant([3.0, 2.0])), into_range(tf.constant([0.25, 0.25])))
