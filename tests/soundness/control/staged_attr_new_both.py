# observed: same
# function: attr_new_both
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_new_both(x):
    o = A(1.0)
    if tf.reduce_sum(x) > 1.0:
        o.j = x
    else:
        o.j = x * 2.0
    return x * o.j

RESULT = (attr_new_both(tf.constant([3.0, 2.0])), attr_new_both(tf.constant([0.25, 0.25])))
