# observed: differs
# function: f
import tensorflow as tf
import functools
def scale(x, k=1.0, b=0.0): return x * k + b
p = functools.partial(scale, k=2.0)
options = p.keywords
def f(x):
    return p(x)
RESULT = [f(tf.constant(1.0))]
options.update(b=3.0)
RESULT += [f(tf.constant(1.0))]
