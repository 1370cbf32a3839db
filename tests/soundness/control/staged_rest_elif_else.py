# observed: same
# function: rest_elif_else
import tensorflow as tf

def rest_elif_else(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    elif x.shape[0] == 2:
        return x
    else:
        return x * 3.0

RESULT = (rest_elif_else(tf.constant([3.0, 2.0])), rest_elif_else(tf.constant([0.25, 0.25])))
