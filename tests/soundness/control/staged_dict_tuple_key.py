# observed: raises
# function: dict_tuple_key
import tensorflow as tf

def dict_tuple_key(x):
    d = {(0, 1): x}
    if tf.reduce_sum(x) > 1.0:
        d[0, 1] = x * 7.0
    return d[0, 1]

RESULT = (dict_tuple_key(tf.constant([3.0, 2.0])), dict_tuple_key(tf.constant([0.25, 0.25])))
