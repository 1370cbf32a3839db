# observed: same
# function: branch_int_range
import tensorflow as tf

def branch_int_range(x):
    n = 2
    if tf.reduce_sum(x) > 1.0:
        n = 3
    for i in range(n):
        x = x + 1.0
    return x

RESULT = (branch_int_range(tf.constant([3.0, 2.0])), branch_int_range(tf.constant([0.25, 0.25])))
