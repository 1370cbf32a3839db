# observed: raises
# function: f
import tensorflow as tf
import numpy as np
import functools
@functools.lru_cache(None)
def g(p):
    return p[0] * 2.0
def f(x, i):
    return x * g((i, 1))
RESULT = f(tf.ones([2]), np.float32(3.0))
