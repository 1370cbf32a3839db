# observed: differs
# function: f
import tensorflow as tf


def f(y, t):
    if t > 0:
        y = y + y * tf.ones_like(y)
    return y


RESULT = f(tf.constant([1.0, 2.0]), tf.constant(1.0))
