# observed: raises
# function: f
import tensorflow as tf


def f(x, n):
    if tf.reduce_sum(x) > 100.0:
        x = x * (1 // n)
    return x


RESULT = [f(tf.ones(2), 0)]
