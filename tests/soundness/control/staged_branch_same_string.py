# observed: same
# function: branch_same_string
import tensorflow as tf

def branch_same_string(x):
    mode = 'a'
    if tf.reduce_sum(x) > 1.0:
        mode = 'a'
        x = x * 2.0
    return x * 2.0 if mode == 'a' else x

RESULT = (branch_same_string(tf.constant([3.0, 2.0])), branch_same_string(tf.constant([0.25, 0.25])))
