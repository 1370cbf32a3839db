# observed: same
# function: dict_attr_key
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def dict_attr_key(x):
    d = {'ab': x}
    o = A('ab')
    if tf.reduce_sum(x) > 1.0:
        d[o.k] = x * 7.0
    return d['ab']

RESULT = (dict_attr_key(tf.constant([3.0, 2.0])), dict_attr_key(tf.constant([0.25, 0.25])))
