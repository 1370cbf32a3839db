# observed: same
# function: dict_loop_key
import tensorflow as tf

def dict_loop_key(x):
    d = {'a': x, 'b': x * 2.0}
    for k in ('a', 'b'):
        if tf.reduce_sum(x) > 1.0:
            d[k] = x * 7.0
    return d['b'] + d['a']

RESULT = (dict_loop_key(tf.constant([3.0, 2.0])), dict_loop_key(tf.constant([0.25, 0.25])))
