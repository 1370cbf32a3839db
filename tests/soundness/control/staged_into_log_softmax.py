# observed: raises
# function: into_log_softmax
import tensorflow as tf

def into_log_softmax(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.nn.log_softmax(x, axis=n - n)

RESULT = (into_log_softmax(tf.constant([3.0, 2.0])), into_log_softmax(tf.constant([0.25, 0.25])))
