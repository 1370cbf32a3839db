# observed: differs
# function: setattr_in_branch
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def setattr_in_branch(x):
    o = A(1.0)
    if tf.reduce_sum(x) > 1.0:
        setattr(o, 'k', 7.0)
    return x * o.k

RESULT = (setattr_in_branch(tf.constant([3.0, 2.0])), setattr_in_branch(tf.constant([0.25, 0.25])))
