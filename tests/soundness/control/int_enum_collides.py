# observed: differs
# function: f
import tensorflow as tf
import enum


class Mode(enum.IntEnum):
    ONE = 1


def f(x, mode):
    return x * 2.0 if isinstance(mode, Mode) else x


RESULT = (f(tf.ones([2]), 1), f(tf.ones([2]), Mode.ONE))
