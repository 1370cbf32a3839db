# observed: same
# function: staged_shape_arg
import tensorflow as tf

def staged_shape_arg(x):
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return tf.reduce_sum(tf.ones([n, 2])) * x

RESULT = (staged_shape_arg(tf.constant([3.0, 2.0])), staged_shape_arg(tf.constant([0.25, 0.25])))
