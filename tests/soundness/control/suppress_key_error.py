# observed: same
# function: f
import tensorflow as tf
import contextlib

table = {"a": 2.0}


def f(x, key):
    factor = 1.0
    with contextlib.suppress(KeyError):
        factor = table[key]
    return x * factor


RESULT = (f(tf.ones([2]), "a"), f(tf.ones([2]), "b"))
