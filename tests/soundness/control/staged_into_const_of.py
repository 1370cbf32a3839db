# observed: raises
# function: into_const_of
import tensorflow as tf

def into_const_of(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.constant([n, n])

RESULT = (into_const_of(tf.constant([3.0, 2.0])), into_const_of(tf.constant([0.25, 0.25])))
