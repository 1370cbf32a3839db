# observed: differs
# function: f
import tensorflow as tf
import functools
def scale(x, k): return x * k
p = functools.partial(scale, k=2.0)
def f(x):
    p.keywords["k"] += 1.0
    return p(x)
RESULT = [f(tf.constant(1.0)), f(tf.constant(2.0))]
