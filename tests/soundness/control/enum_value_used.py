# observed: same
# function: f
import tensorflow as tf
import enum


class Factor(enum.Enum):
    SMALL = 0.5
    LARGE = 2.0


def f(x, factor):
    return x * factor.value


RESULT = (f(tf.ones([2]), Factor.SMALL), f(tf.ones([2]), Factor("large") if False else Factor(2.0)))
