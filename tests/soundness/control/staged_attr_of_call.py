# observed: differs
# function: attr_of_call
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_of_call(x):
    o = A(1.0)

    def get():
        return o
    if tf.reduce_sum(x) > 1.0:
        get().k = 7.0
    return x * o.k

RESULT = (attr_of_call(tf.constant([3.0, 2.0])), attr_of_call(tf.constant([0.25, 0.25])))
