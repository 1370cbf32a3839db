# observed: same
# function: f
import functools
import tensorflow as tf

def deco(f):
    @functools.wraps(f)
    def w(v): return f(v)
    return w

@deco
def wrapped(v):
    if tf.reduce_sum(v)>1.: return v*2.
    return v

def f(x): return wrapped(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
