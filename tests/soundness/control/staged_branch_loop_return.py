# observed: raises
# function: branch_loop_return
import tensorflow as tf

def branch_loop_return(x):
    if tf.reduce_sum(x) > 1.0:
        for i in range(2):
            return x * 9.0
    return x

RESULT = (branch_loop_return(tf.constant([3.0, 2.0])), branch_loop_return(tf.constant([0.25, 0.25])))
