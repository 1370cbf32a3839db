# observed: same
# function: into_gather_axis
import tensorflow as tf

def into_gather_axis(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.gather(x, [0], axis=n - n)

RESULT = (into_gather_axis(tf.constant([3.0, 2.0])), into_gather_axis(tf.constant([0.25, 0.25])))
