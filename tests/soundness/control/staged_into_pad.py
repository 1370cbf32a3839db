# observed: same
# function: into_pad
import tensorflow as tf

def into_pad(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.pad(x, [[n, n]]))

RESULT = (into_pad(tf.constant([3.0, 2.0])), into_pad(tf.constant([0.25, 0.25])))
