# observed: same
# function: attr_for_target
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_for_target(x):
    o = A(1.0)
    if tf.reduce_sum(x) > 1.0:
        for o.k in (2.0, 3.0):
            pass
    return x * o.k

RESULT = (attr_for_target(tf.constant([3.0, 2.0])), attr_for_target(tf.constant([0.25, 0.25])))
