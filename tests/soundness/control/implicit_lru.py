# observed: raises
# function: f
import functools
import tensorflow as tf

@functools.lru_cache(None)
def cached(n, name='a'):
    if tf.constant(2.)>1.: return 2.*n
    return 1.*n

def f(x): return x*cached(2)

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
