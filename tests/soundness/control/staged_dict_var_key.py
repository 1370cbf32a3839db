# observed: same
# function: dict_var_key
import tensorflow as tf

def dict_var_key(x):
    d = {'a': x, 'b': x * 2.0}
    k = 'b'
    if tf.reduce_sum(x) > 1.0:
        d[k] = x * 7.0
    return d['b'] + d['a']

RESULT = (dict_var_key(tf.constant([3.0, 2.0])), dict_var_key(tf.constant([0.25, 0.25])))
