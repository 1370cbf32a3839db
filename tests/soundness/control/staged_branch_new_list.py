# observed: same
# function: branch_new_list
import tensorflow as tf

def branch_new_list(x):
    if tf.reduce_sum(x) > 1.0:
        b = [x]
        b.append(x * 2.0)
        y = b[1]
    else:
        y = x
    return y

RESULT = (branch_new_list(tf.constant([3.0, 2.0])), branch_new_list(tf.constant([0.25, 0.25])))
