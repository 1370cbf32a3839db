# observed: same
# function: dict_alias
import tensorflow as tf

def dict_alias(x):
    d = {'a': x, 'b': x * 2.0}
    e = d
    if tf.reduce_sum(x) > 1.0:
        e['a'] = x * 7.0
    return d['b'] + d['a']

RESULT = (dict_alias(tf.constant([3.0, 2.0])), dict_alias(tf.constant([0.25, 0.25])))
