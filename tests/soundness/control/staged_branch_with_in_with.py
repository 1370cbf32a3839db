# observed: raises
# function: branch_with_in_with
import tensorflow as tf

def branch_with_in_with(x):
    with tf.name_scope('a'):
        with tf.name_scope('b'):
            if tf.reduce_sum(x) > 1.0:
                return x * 2.0
        return x

RESULT = (branch_with_in_with(tf.constant([3.0, 2.0])), branch_with_in_with(tf.constant([0.25, 0.25])))
