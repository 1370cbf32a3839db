# observed: raises
# function: attr_chain_replace
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_chain_replace(x):
    o = A(A(1.0))
    if tf.reduce_sum(x) > 1.0:
        o.k = A(7.0)
    return x * o.k.k

RESULT = (attr_chain_replace(tf.constant([3.0, 2.0])), attr_chain_replace(tf.constant([0.25, 0.25])))
