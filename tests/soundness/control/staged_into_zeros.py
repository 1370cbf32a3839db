# observed: same
# function: into_zeros
import tensorflow as tf

def into_zeros(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.zeros(n))

RESULT = (into_zeros(tf.constant([3.0, 2.0])), into_zeros(tf.constant([0.25, 0.25])))
