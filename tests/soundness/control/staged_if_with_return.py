# observed: same
# function: if_with_return
import tensorflow as tf

def if_with_return(x):
    if tf.reduce_sum(x) > 1.0:
        with tf.name_scope('b'):
            return x * 2.0
    return x

RESULT = (if_with_return(tf.constant([3.0, 2.0])), if_with_return(tf.constant([0.25, 0.25])))
