# observed: raises
# function: f
import tensorflow as tf

d = {0: 1., 1: 2.}
def f(s, x):
    return x * d[int(s)]
RESULT = [f(tf.constant(0), tf.constant(1.)), f(tf.constant(1), tf.constant(1.))]
