# observed: same
# function: f
import tensorflow as tf


def f(x):
    for i in range(3):
        g = lambda v: v * i
        x = x + g(x)
    return x


RESULT = f(tf.constant(2.0))
