# observed: raises
# function: into_tensordot
import tensorflow as tf

def into_tensordot(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.tensordot(x, x, n - n + 1)

RESULT = (into_tensordot(tf.constant([3.0, 2.0])), into_tensordot(tf.constant([0.25, 0.25])))
