# observed: raises
# function: branch_bool_py
import tensorflow as tf

def branch_bool_py(x):
    big = False
    if tf.reduce_sum(x) > 1.0:
        big = True
    return [x, x * 2.0][int(big)]

RESULT = (branch_bool_py(tf.constant([3.0, 2.0])), branch_bool_py(tf.constant([0.25, 0.25])))
