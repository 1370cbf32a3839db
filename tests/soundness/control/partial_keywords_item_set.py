# observed: differs
# function: f
import tensorflow as tf
import functools
def scale(x, k): return x * k
p = functools.partial(scale, k=2.0)
def f(x):
    return p(x)
RESULT = [f(tf.constant(1.0))]
p.keywords["k"] = 3.0
RESULT += [f(tf.constant(1.0))]
