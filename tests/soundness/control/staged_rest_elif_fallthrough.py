# observed: same
# function: rest_elif_fallthrough
import tensorflow as tf

def rest_elif_fallthrough(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    elif x.shape[0] == 7:
        return x * 9.0
    return x

RESULT = (rest_elif_fallthrough(tf.constant([3.0, 2.0])), rest_elif_fallthrough(tf.constant([0.25, 0.25])))
