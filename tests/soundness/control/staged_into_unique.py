# observed: same
# function: into_unique
import tensorflow as tf

def into_unique(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.unique(x)[0][0]

RESULT = (into_unique(tf.constant([3.0, 2.0])), into_unique(tf.constant([0.25, 0.25])))
