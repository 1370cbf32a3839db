# observed: same
# function: attr_aug
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_aug(x):
    o = A(1.0)
    if tf.reduce_sum(x) > 1.0:
        o.k += 7.0
    return x * o.k

RESULT = (attr_aug(tf.constant([3.0, 2.0])), attr_aug(tf.constant([0.25, 0.25])))
