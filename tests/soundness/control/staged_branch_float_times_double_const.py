# observed: same
# function: branch_float_times_double_const
import tensorflow as tf

def branch_float_times_double_const(x):
    k = 1.0
    if x.shape[0] > 1:
        k = 2.0
    return tf.cast(x, tf.float64) * k

RESULT = (branch_float_times_double_const(tf.constant([3.0, 2.0])), branch_float_times_double_const(tf.constant([0.25, 0.25])))
