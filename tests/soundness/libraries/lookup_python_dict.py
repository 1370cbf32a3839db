# observed: same
# function: f
import tensorflow as tf

d = {'a': 1., 'b': 2.}
def f(s, x):
    return x * d[s]
RESULT = [f('a', tf.constant(1.)), f('b', tf.constant(1.))]
