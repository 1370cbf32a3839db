# observed: same
# function: into_matrix_band
import tensorflow as tf

def into_matrix_band(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.linalg.band_part(tf.ones([2, 2]), n, 0)

RESULT = (into_matrix_band(tf.constant([3.0, 2.0])), into_matrix_band(tf.constant([0.25, 0.25])))
