# observed: raises
# function: f
import tensorflow as tf


def third(x):
    return x[2]


def f(x):
    if tf.size(x) > 2:
        return third(x)
    return x[0]


RESULT = [f(tf.constant([1.0, 2.0])), f(tf.constant([1.0, 2.0, 3.0]))]
