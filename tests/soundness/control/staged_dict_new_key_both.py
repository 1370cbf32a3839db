# observed: same
# function: dict_new_key_both
import tensorflow as tf

def dict_new_key_both(x):
    d = {'a': x}
    if tf.reduce_sum(x) > 1.0:
        d['b'] = x
    else:
        d['b'] = x * 3.0
    return d['b']

RESULT = (dict_new_key_both(tf.constant([3.0, 2.0])), dict_new_key_both(tf.constant([0.25, 0.25])))
