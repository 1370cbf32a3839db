# observed: same
# function: f
import tensorflow as tf

def f(x):
    def h(v,m=None):
        if m is None: return v
        return v*m
    m=None
    for k in (1.,2.): m=k
    return h(x,m)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
