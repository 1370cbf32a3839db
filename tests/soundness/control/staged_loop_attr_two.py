# observed: same
# function: loop_attr_two
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def loop_attr_two(x):
    a, b = (A(tf.constant(1.0)), A(tf.constant(2.0)))
    for v in x:
        a.k = a.k + v
        b.k = a.k * b.k
    return b.k

RESULT = (loop_attr_two(tf.constant([3.0, 2.0])), loop_attr_two(tf.constant([0.25, 0.25])))
