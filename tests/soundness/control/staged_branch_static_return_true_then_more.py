# observed: same
# function: branch_static_return_true_then_more
import tensorflow as tf

def branch_static_return_true_then_more(x):
    if tf.reduce_sum(x) > 1.0:
        if x.shape[0] == 2:
            return x * 9.0
        return x * 2.0
    return x

RESULT = (branch_static_return_true_then_more(tf.constant([3.0, 2.0])), branch_static_return_true_then_more(tf.constant([0.25, 0.25])))
