# observed: same
# function: into_expand_dims
import tensorflow as tf

def into_expand_dims(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.expand_dims(x, n - n)

RESULT = (into_expand_dims(tf.constant([3.0, 2.0])), into_expand_dims(tf.constant([0.25, 0.25])))
