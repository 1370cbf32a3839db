# observed: same
# function: into_argmax
import tensorflow as tf

def into_argmax(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.argmax(x, axis=n - n)

RESULT = (into_argmax(tf.constant([3.0, 2.0])), into_argmax(tf.constant([0.25, 0.25])))
