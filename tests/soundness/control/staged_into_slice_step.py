# observed: same
# function: into_slice_step
import tensorflow as tf

def into_slice_step(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(x[::n])

RESULT = (into_slice_step(tf.constant([3.0, 2.0])), into_slice_step(tf.constant([0.25, 0.25])))
