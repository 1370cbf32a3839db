# observed: raises
# function: attr_new
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_new(x):
    o = A(1.0)
    if tf.reduce_sum(x) > 1.0:
        o.j = x
    return x * o.k

RESULT = (attr_new(tf.constant([3.0, 2.0])), attr_new(tf.constant([0.25, 0.25])))
