# observed: same
# function: attr_alias
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_alias(x):
    o = A(1.0)
    q = o
    if tf.reduce_sum(x) > 1.0:
        q.k = 2.0
    return x * o.k

RESULT = (attr_alias(tf.constant([3.0, 2.0])), attr_alias(tf.constant([0.25, 0.25])))
