# observed: raises
# function: attr_list_replace_len
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_list_replace_len(x):
    o = A([1.0, 2.0])
    if tf.reduce_sum(x) > 1.0:
        o.k = [7.0]
    return x * o.k[0]

RESULT = (attr_list_replace_len(tf.constant([3.0, 2.0])), attr_list_replace_len(tf.constant([0.25, 0.25])))
