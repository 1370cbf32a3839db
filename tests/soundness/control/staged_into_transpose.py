# observed: same
# function: into_transpose
import tensorflow as tf

def into_transpose(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.transpose(tf.reshape(x, [1, 2]), perm=[n - n + 1, 0])

RESULT = (into_transpose(tf.constant([3.0, 2.0])), into_transpose(tf.constant([0.25, 0.25])))
