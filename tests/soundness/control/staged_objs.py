# observed: raises
# function: objs
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def objs(x):
    if tf.reduce_sum(x) > 1.0:
        o = A(1.0)
    else:
        o = A(2.0)
    return x * o.k

RESULT = (objs(tf.constant([3.0, 2.0])), objs(tf.constant([0.25, 0.25])))
