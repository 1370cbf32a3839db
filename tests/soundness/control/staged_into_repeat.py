# observed: same
# function: into_repeat
import tensorflow as tf

def into_repeat(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.repeat(x, n))

RESULT = (into_repeat(tf.constant([3.0, 2.0])), into_repeat(tf.constant([0.25, 0.25])))
