# observed: same
# function: f
import tensorflow as tf

def f(x):
    class P:
        def __init__(self, v):
            if tf.reduce_sum(v)>1.: self.v=v*2.
            else: self.v=v
    return P(x).v

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
