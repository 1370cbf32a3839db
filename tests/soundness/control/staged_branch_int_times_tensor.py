# observed: raises
# function: branch_int_times_tensor
import tensorflow as tf

def branch_int_times_tensor(x):
    k = 1
    if tf.reduce_sum(x) > 1.0:
        k = 2
    return x * k

RESULT = (branch_int_times_tensor(tf.constant([3.0, 2.0])), branch_int_times_tensor(tf.constant([0.25, 0.25])))
