# observed: raises
# function: into_softmax
import tensorflow as tf

def into_softmax(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.nn.softmax(x, axis=n - n)

RESULT = (into_softmax(tf.constant([3.0, 2.0])), into_softmax(tf.constant([0.25, 0.25])))
