# observed: same
# function: f
import tensorflow as tf

table = {"a": 2.0}


def f(x, key):
    try:
        factor = table[key]
    except KeyError:
        factor = 1.0
    return x * factor


RESULT = (f(tf.ones([2]), "a"), f(tf.ones([2]), "b"))
