# observed: raises
# function: dict_branch_keys
import tensorflow as tf

def dict_branch_keys(x):
    d = {'a': 1.0}
    if tf.reduce_sum(x) > 1.0:
        d = {'a': 2.0, 'b': 1.0}
    return x * d['a']

RESULT = (dict_branch_keys(tf.constant([3.0, 2.0])), dict_branch_keys(tf.constant([0.25, 0.25])))
