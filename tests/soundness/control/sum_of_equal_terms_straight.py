# observed: same
# function: f
import tensorflow as tf


def f(y, n):
    return y + y * tf.ones_like(y)


RESULT = f(tf.constant([1.0, 2.0]), tf.constant(2))
