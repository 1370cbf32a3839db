# observed: differs
# function: branch_alias_inside
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def branch_alias_inside(x):
    a = A(1.0)
    if tf.reduce_sum(x) > 1.0:
        b = a
        b.k = 7.0
    return x * a.k

RESULT = (branch_alias_inside(tf.constant([3.0, 2.0])), branch_alias_inside(tf.constant([0.25, 0.25])))
