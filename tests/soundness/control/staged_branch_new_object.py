# observed: same
# function: branch_new_object
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def branch_new_object(x):
    if tf.reduce_sum(x) > 1.0:
        b = A(x)
        b.k = b.k * 7.0
        y = b.k
    else:
        y = x
    return y

RESULT = (branch_new_object(tf.constant([3.0, 2.0])), branch_new_object(tf.constant([0.25, 0.25])))
