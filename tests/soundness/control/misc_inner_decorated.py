# observed: same
# function: f
import tensorflow as tf

def double(f):
    def w(v): return f(v)*2.
    return w

def f(x):
    @double
    def inner(v): return v+1.
    return inner(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
