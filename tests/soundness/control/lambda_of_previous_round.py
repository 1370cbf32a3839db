# observed: differs
# function: f
import tensorflow as tf


def f(x):
    g = lambda v: v
    for i in range(3):
        x = g(x)
        g = lambda v: v * i
    return x


RESULT = f(tf.constant(2.0))
