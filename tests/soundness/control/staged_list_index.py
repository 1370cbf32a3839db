# observed: raises
# function: staged_list_index
import tensorflow as tf

def staged_list_index(x):
    n = 0
    if tf.reduce_sum(x) > 1.0:
        n = 1
    return [x, x * 2.0][n]

RESULT = (staged_list_index(tf.constant([3.0, 2.0])), staged_list_index(tf.constant([0.25, 0.25])))
