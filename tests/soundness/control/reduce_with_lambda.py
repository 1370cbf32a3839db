# observed: same
# function: f
import tensorflow as tf
import functools


def f(x):
    return functools.reduce(lambda a, b: a * b, [x, x + 1.0, x + 2.0])


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
