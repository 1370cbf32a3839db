# observed: same
# function: f
import tensorflow as tf

d = {0: 1., 1: 2.}
def f(s, x):
    return x * d[s]
try:
    RESULT = [f(tf.constant(0), tf.constant(1.))]
except TypeError:
    RESULT = 'x'
