# observed: same
# function: in_with
import tensorflow as tf

def in_with(x):
    with tf.name_scope('a'):
        if tf.reduce_sum(x) > 1.0:
            y = x * 2.0
        else:
            y = x
    return y

RESULT = (in_with(tf.constant([3.0, 2.0])), in_with(tf.constant([0.25, 0.25])))
