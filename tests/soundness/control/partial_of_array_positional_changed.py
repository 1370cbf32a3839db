# observed: differs
# function: f
import tensorflow as tf
import numpy as np
import functools
def scale(ks, x): return x * ks
ks = np.ones(2, np.float32)
p = functools.partial(scale, ks)
def f(x):
    return p(x)
RESULT = [f(tf.constant(1.0))]
p.args[0][0] = 4.0
RESULT += [f(tf.constant(1.0))]
