# observed: same
# function: default_none_then_set
import tensorflow as tf

def default_none_then_set(x):
    y = None
    if tf.reduce_sum(x) > 1.0:
        y = x
    else:
        y = x * 2.0
    return y

RESULT = (default_none_then_set(tf.constant([3.0, 2.0])), default_none_then_set(tf.constant([0.25, 0.25])))
