# observed: same
# function: f
import tensorflow as tf


class Box:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2.0)


def f(x):
    b = Box()
    b.v = x
    return b.v


RESULT = [f(tf.ones(2)), f(tf.ones(2))]
