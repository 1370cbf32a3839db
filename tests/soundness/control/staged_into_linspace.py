# observed: same
# function: into_linspace
import tensorflow as tf

def into_linspace(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.linspace(0.0, 1.0, n + 1))

RESULT = (into_linspace(tf.constant([3.0, 2.0])), into_linspace(tf.constant([0.25, 0.25])))
