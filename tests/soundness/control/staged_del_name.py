# observed: same
# function: del_name
import tensorflow as tf

def del_name(x):
    y = x * 1.5
    if tf.reduce_sum(x) > 1.0:
        del y
    return x

RESULT = (del_name(tf.constant([3.0, 2.0])), del_name(tf.constant([0.25, 0.25])))
