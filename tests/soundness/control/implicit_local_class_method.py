# observed: same
# function: f
import tensorflow as tf

def f(x):
    class P:
        def m(self, v):
            if tf.reduce_sum(v)>1.: return v*2.
            return v
    return P().m(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
