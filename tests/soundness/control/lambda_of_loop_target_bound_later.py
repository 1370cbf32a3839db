# observed: differs
# function: f
import tensorflow as tf


def f(x):
    for i in range(3):
        g = lambda v: v * i
    i = 7
    return g(x)


RESULT = f(tf.constant(2.0))
