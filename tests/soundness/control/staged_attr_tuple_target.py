# observed: same
# function: attr_tuple_target
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_tuple_target(x):
    o = A(1.0)
    y = x
    if tf.reduce_sum(x) > 1.0:
        o.k, y = (7.0, x * 2.0)
    return y * o.k

RESULT = (attr_tuple_target(tf.constant([3.0, 2.0])), attr_tuple_target(tf.constant([0.25, 0.25])))
