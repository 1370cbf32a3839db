# observed: differs
# function: attr_computed_item
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_computed_item(x):
    os = [A(1.0), A(2.0)]
    i = 0
    if tf.reduce_sum(x) > 1.0:
        os[i + 1].k = 7.0
    return x * os[1].k

RESULT = (attr_computed_item(tf.constant([3.0, 2.0])), attr_computed_item(tf.constant([0.25, 0.25])))
