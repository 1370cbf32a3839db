# observed: same
# function: into_meshgrid
import tensorflow as tf

def into_meshgrid(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.meshgrid(x, x)[0]

RESULT = (into_meshgrid(tf.constant([3.0, 2.0])), into_meshgrid(tf.constant([0.25, 0.25])))
