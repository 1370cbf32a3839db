# observed: raises
# function: dict_neg_key
import tensorflow as tf

def dict_neg_key(x):
    d = {-1: x}
    if tf.reduce_sum(x) > 1.0:
        d[-1] = x * 7.0
    return d[-1]

RESULT = (dict_neg_key(tf.constant([3.0, 2.0])), dict_neg_key(tf.constant([0.25, 0.25])))
