# observed: same
# function: f
import tensorflow as tf
import enum


class Factor(enum.Enum):
    SMALL = 0.5
    LARGE = 2.0


def f(x):
    for factor in Factor:
        x = x * factor.value
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
