# observed: same
# function: branch_comp
import tensorflow as tf

def branch_comp(x):
    if tf.reduce_sum(x) > 1.0:
        y = sum([x * k for k in (1.0, 2.0)])
    else:
        y = x
    return y

RESULT = (branch_comp(tf.constant([3.0, 2.0])), branch_comp(tf.constant([0.25, 0.25])))
