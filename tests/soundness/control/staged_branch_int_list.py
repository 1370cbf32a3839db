# observed: raises
# function: branch_int_list
import tensorflow as tf

def branch_int_list(x):
    n = 2
    if tf.reduce_sum(x) > 1.0:
        n = 3
    return tf.add_n([x for i in range(n)])

RESULT = (branch_int_list(tf.constant([3.0, 2.0])), branch_int_list(tf.constant([0.25, 0.25])))
