# observed: same
# function: f
import itertools
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

def f(x): return list(itertools.accumulate([x,x], lambda a,b: hh(a)+b))[-1]

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
