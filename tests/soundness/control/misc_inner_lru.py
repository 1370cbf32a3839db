# observed: same
# function: f
import functools
import tensorflow as tf

def f(x):
    @functools.lru_cache(None)
    def inner(n): return n*2.
    return x*inner(3.)+inner(3.)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
