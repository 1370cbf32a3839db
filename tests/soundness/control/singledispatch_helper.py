# observed: same
# function: f
import tensorflow as tf
import functools


@functools.singledispatch
def scale(k, x):
    return x * 5.0


@scale.register
def _(k: int, x):
    return x * float(k)


def f(x, k):
    return scale(k, x)


RESULT = (f(tf.ones([2]), 2), f(tf.ones([2]), "a"))
