# observed: raises
# function: loop_attr_alias_inside
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def loop_attr_alias_inside(x):
    a = A(tf.constant(1.0))
    for v in x:
        b = a
        b.k = b.k + v
    return a.k

RESULT = (loop_attr_alias_inside(tf.constant([3.0, 2.0])), loop_attr_alias_inside(tf.constant([0.25, 0.25])))
