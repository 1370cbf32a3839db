# observed: same
# function: f
import tensorflow as tf
import functools


def f(x, act):
    return act(x)


RESULT = (
    f(tf.ones([2]), functools.partial(tf.multiply, 2.0)),
    f(tf.ones([2]), functools.partial(tf.multiply, 3.0)),
)
