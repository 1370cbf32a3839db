# observed: raises
# function: dict_fstring_key
import tensorflow as tf

def dict_fstring_key(x):
    d = {'ab': x}
    s = 'b'
    if tf.reduce_sum(x) > 1.0:
        d[f'a{s}'] = x * 7.0
    return d['ab']

RESULT = (dict_fstring_key(tf.constant([3.0, 2.0])), dict_fstring_key(tf.constant([0.25, 0.25])))
