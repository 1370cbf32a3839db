# observed: differs
# function: f
import tensorflow as tf


def f(y, n):
    rate = 1.0
    for _ in tf.range(n):
        y += y * rate
    return y


RESULT = f(tf.constant([1.0, 2.0]), tf.constant(2))
