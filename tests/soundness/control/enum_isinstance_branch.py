# observed: output-differs
# function: f
import tensorflow as tf
import enum


class Mode(enum.IntEnum):
    QUIET = 0
    LOUD = 1


def f(x, mode):
    if isinstance(mode, Mode):
        print("mode", mode.name)
    return x * 2.0


RESULT = (f(tf.ones([2]), Mode.LOUD), f(tf.ones([2]), Mode.LOUD))
