# observed: same
# function: attr_of_item
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def attr_of_item(x):
    os = [A(1.0), A(2.0)]
    if tf.reduce_sum(x) > 1.0:
        os[0].k = 2.0
    return x * os[0].k

RESULT = (attr_of_item(tf.constant([3.0, 2.0])), attr_of_item(tf.constant([0.25, 0.25])))
