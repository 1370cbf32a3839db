# observed: raises
# function: branch_contains_unreached_return
import tensorflow as tf

def branch_contains_unreached_return(x):
    if tf.reduce_sum(x) > 1.0:
        if x.shape[0] == 7:
            return x * 9.0
        x = x * 2.0
    return x

RESULT = (branch_contains_unreached_return(tf.constant([3.0, 2.0])), branch_contains_unreached_return(tf.constant([0.25, 0.25])))
