# observed: same
# function: branch_int_shape
import tensorflow as tf

def branch_int_shape(x):
    n = 2
    if tf.reduce_sum(x) > 1.0:
        n = 3
    return tf.zeros([n])

RESULT = (branch_int_shape(tf.constant([3.0, 2.0])), branch_int_shape(tf.constant([0.25, 0.25])))
