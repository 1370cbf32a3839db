# observed: same
# function: f
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

def key(v):
    if tf.constant(1.)>0.: return v
    return -v

def f(x):
    def key(k):
        return hh(x)[0]*0.+k if False else k
    return x*sorted([2.,1.],key=key)[0]

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
