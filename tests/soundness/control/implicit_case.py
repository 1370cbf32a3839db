# observed: same
# function: f
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

def f(x): return tf.case([(x[0]>1., lambda: hh(x))], default=lambda: x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
