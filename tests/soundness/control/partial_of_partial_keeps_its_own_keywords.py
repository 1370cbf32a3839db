# observed: same
# function: f
import tensorflow as tf
import functools
def scale(x, k, b=0.0): return x * k + b
p = functools.partial(scale, k=2.0)
q = functools.partial(p, b=1.0)
def f(x):
    return q(x)
RESULT = [f(tf.constant(1.0))]
p.keywords["k"] = 3.0
RESULT += [f(tf.constant(1.0))]
