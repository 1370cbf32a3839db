# observed: same
# function: rest_static_if_false
import tensorflow as tf

def rest_static_if_false(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    if x.shape[0] == 7:
        return x * 9.0
    return x

RESULT = (rest_static_if_false(tf.constant([3.0, 2.0])), rest_static_if_false(tf.constant([0.25, 0.25])))
