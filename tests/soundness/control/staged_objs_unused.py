# observed: same
# function: objs_unused
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

a1, a2 = (A(1.0), A(2.0))

def objs_unused(x):
    if tf.reduce_sum(x) > 1.0:
        o = a1
        y = x * o.k
    else:
        o = a2
        y = x * o.k
    return y

RESULT = (objs_unused(tf.constant([3.0, 2.0])), objs_unused(tf.constant([0.25, 0.25])))
