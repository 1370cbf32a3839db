# observed: raises
# function: into_squeeze
import tensorflow as tf

def into_squeeze(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.squeeze(tf.reshape(x, [1, 2]), axis=n - n)

RESULT = (into_squeeze(tf.constant([3.0, 2.0])), into_squeeze(tf.constant([0.25, 0.25])))
