# observed: differs
# function: f
import tensorflow as tf
import functools
def scale(x, k): return x * k
def f(g, x):
    return g(x)
p = functools.partial(scale, k=2.0)
RESULT = [f(p, tf.constant(1.0))]
p.keywords["k"] = 5.0
RESULT += [f(p, tf.constant(1.0))]
