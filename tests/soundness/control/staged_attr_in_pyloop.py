# observed: same
# function: attr_in_pyloop
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_in_pyloop(x):
    os = [A(1.0), A(2.0)]
    for o in os:
        if tf.reduce_sum(x) > 1.0:
            o.k = 7.0
    return x * os[0].k * os[1].k

RESULT = (attr_in_pyloop(tf.constant([3.0, 2.0])), attr_in_pyloop(tf.constant([0.25, 0.25])))
