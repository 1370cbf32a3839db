# observed: same
# function: branch_bool
import tensorflow as tf

def branch_bool(x):
    big = False
    if tf.reduce_sum(x) > 1.0:
        big = True
    if big:
        x = x * 2.0
    return x

RESULT = (branch_bool(tf.constant([3.0, 2.0])), branch_bool(tf.constant([0.25, 0.25])))
