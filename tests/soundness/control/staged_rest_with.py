# observed: same
# function: rest_with
import tensorflow as tf

def rest_with(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    with tf.name_scope('a'):
        return x

RESULT = (rest_with(tf.constant([3.0, 2.0])), rest_with(tf.constant([0.25, 0.25])))
