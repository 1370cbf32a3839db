# observed: raises
# function: objs2
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

a1, a2 = (A(1.0), A(2.0))

def objs2(x):
    if tf.reduce_sum(x) > 1.0:
        o = a1
    else:
        o = a2
    return x * o.k

RESULT = (objs2(tf.constant([3.0, 2.0])), objs2(tf.constant([0.25, 0.25])))
