# observed: same
# function: f
import tensorflow as tf

def f(x):
    if tf.reduce_sum(x)>1.: k=2.
    else: k=3.
    def deco(s):
        def d(f): return lambda v: f(v)*s
        return d
    @deco(k)
    def g(v): return v
    return g(x)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
