# observed: differs
# function: f
import tensorflow as tf
import numpy as np
import functools
def scale(x, ks): return x * ks
ks = np.ones(2, np.float32)
p = functools.partial(scale, ks=ks)
def f(x):
    return p(x)
RESULT = [f(tf.constant(1.0))]
ks[0] = 4.0
RESULT += [f(tf.constant(1.0))]
