# observed: differs
# function: f
import tensorflow as tf
import functools
def scale(x, k): return x * k
ps = [functools.partial(scale, k=k) for k in (1.0, 2.0)]
def f(x):
    return ps[1](x) + ps[0](x)
RESULT = [f(tf.constant(1.0))]
ps[0].keywords["k"] = 7.0
RESULT += [f(tf.constant(1.0))]
