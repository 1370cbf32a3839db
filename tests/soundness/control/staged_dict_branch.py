# observed: same
# function: dict_branch
import tensorflow as tf

def dict_branch(x):
    d = {'a': 1.0}
    if tf.reduce_sum(x) > 1.0:
        d = {'a': 2.0}
    return x * d['a']

RESULT = (dict_branch(tf.constant([3.0, 2.0])), dict_branch(tf.constant([0.25, 0.25])))
