# observed: same
# function: staged_reshape
import tensorflow as tf

def staged_reshape(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reshape(x, [n, -1])

RESULT = (staged_reshape(tf.constant([3.0, 2.0])), staged_reshape(tf.constant([0.25, 0.25])))
