# observed: same
# function: into_reduce_axis_list
import tensorflow as tf

def into_reduce_axis_list(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(x, axis=[n - n])

RESULT = (into_reduce_axis_list(tf.constant([3.0, 2.0])), into_reduce_axis_list(tf.constant([0.25, 0.25])))
