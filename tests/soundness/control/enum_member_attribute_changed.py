# observed: differs
# function: f
import tensorflow as tf
import enum


class Mode(enum.Enum):
    A = 1
    B = 2


Mode.A.scale = 1.0


def f(x, mode):
    return x * mode.scale


a = f(tf.ones([2]), Mode.A)
Mode.A.scale = 5.0
RESULT = (a, f(tf.ones([2]), Mode.A))
