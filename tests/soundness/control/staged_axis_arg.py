# observed: same
# function: staged_axis_arg
import tensorflow as tf

def staged_axis_arg(x):
    n = 0
    if tf.reduce_sum(x) > 1.0:
        n = -1
    return tf.reduce_sum(x, axis=n) * x

RESULT = (staged_axis_arg(tf.constant([3.0, 2.0])), staged_axis_arg(tf.constant([0.25, 0.25])))
