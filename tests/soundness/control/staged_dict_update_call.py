# observed: raises
# function: dict_update_call
import tensorflow as tf

def dict_update_call(x):
    d = {'a': x}
    if tf.reduce_sum(x) > 1.0:
        d.update(a=x * 7.0)
    return d['a']

RESULT = (dict_update_call(tf.constant([3.0, 2.0])), dict_update_call(tf.constant([0.25, 0.25])))
