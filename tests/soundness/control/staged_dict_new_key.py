# observed: raises
# function: dict_new_key
import tensorflow as tf

def dict_new_key(x):
    d = {'a': x}
    if tf.reduce_sum(x) > 1.0:
        d['b'] = x
    return d['a']

RESULT = (dict_new_key(tf.constant([3.0, 2.0])), dict_new_key(tf.constant([0.25, 0.25])))
