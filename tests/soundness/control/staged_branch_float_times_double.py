# observed: raises
# function: branch_float_times_double
import tensorflow as tf

def branch_float_times_double(x):
    k = 1.0
    if tf.reduce_sum(x) > 1.0:
        k = 2.0
    return tf.cast(x, tf.float64) * k

RESULT = (branch_float_times_double(tf.constant([3.0, 2.0])), branch_float_times_double(tf.constant([0.25, 0.25])))
