# observed: raises
# function: with_return_after
import tensorflow as tf

def with_return_after(x):
    with tf.name_scope('a'):
        if tf.reduce_sum(x) > 1.0:
            return x * 2.0
    return x

RESULT = (with_return_after(tf.constant([3.0, 2.0])), with_return_after(tf.constant([0.25, 0.25])))
