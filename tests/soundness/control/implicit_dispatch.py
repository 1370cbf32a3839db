# observed: same
# function: f
import functools
import tensorflow as tf

def hh(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

@functools.singledispatch
def disp(v): return hh(v)

def f(x): return disp(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
