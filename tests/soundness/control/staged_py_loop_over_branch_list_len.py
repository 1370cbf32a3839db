# observed: raises
# function: py_loop_over_branch_list_len
import tensorflow as tf

def py_loop_over_branch_list_len(x):
    ks = [1.0, 2.0]
    if tf.reduce_sum(x) > 1.0:
        ks = [3.0]
    for k in ks:
        x = x * k
    return x

RESULT = (py_loop_over_branch_list_len(tf.constant([3.0, 2.0])), py_loop_over_branch_list_len(tf.constant([0.25, 0.25])))
