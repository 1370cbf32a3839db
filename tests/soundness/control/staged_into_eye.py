# observed: same
# function: into_eye
import tensorflow as tf

def into_eye(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.eye(n))

RESULT = (into_eye(tf.constant([3.0, 2.0])), into_eye(tf.constant([0.25, 0.25])))
