# observed: same
# function: dict_of_dict
import tensorflow as tf

def dict_of_dict(x):
    d = {'a': {'b': x}}
    if tf.reduce_sum(x) > 1.0:
        d['a']['b'] = x * 7.0
    return d['a']['b']

RESULT = (dict_of_dict(tf.constant([3.0, 2.0])), dict_of_dict(tf.constant([0.25, 0.25])))
