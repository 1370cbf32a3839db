# observed: same
# function: staged_depth_arg
import tensorflow as tf

def staged_depth_arg(x):
    n = 2
    if tf.reduce_sum(x) > 1.0:
        n = 3
    return tf.one_hot(1, n)

RESULT = (staged_depth_arg(tf.constant([3.0, 2.0])), staged_depth_arg(tf.constant([0.25, 0.25])))
