# observed: raises
# function: f
import tensorflow as tf


def f(x, items):
    for v in items:
        x = x + v[1]
    return x


RESULT = [f(tf.constant(1.0), tf.zeros((0, 1)))]
