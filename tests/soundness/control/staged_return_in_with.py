# observed: same
# function: return_in_with
import tensorflow as tf

def return_in_with(x):
    with tf.name_scope('a'):
        if tf.reduce_sum(x) > 1.0:
            return x * 2.0
        return x

RESULT = (return_in_with(tf.constant([3.0, 2.0])), return_in_with(tf.constant([0.25, 0.25])))
