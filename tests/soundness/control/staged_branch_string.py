# observed: same
# function: branch_string
import tensorflow as tf

def branch_string(x):
    if tf.reduce_sum(x) > 1.0:
        mode = 'a'
    else:
        mode = 'b'
    return x * 2.0 if mode == 'a' else x

RESULT = (branch_string(tf.constant([3.0, 2.0])), branch_string(tf.constant([0.25, 0.25])))
