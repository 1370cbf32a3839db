# observed: output-differs
# function: f
import tensorflow as tf
import enum


class Level(enum.IntEnum):
    QUIET = 0
    LOUD = 1


def f(x, level):
    if level:
        return x * 2.0
    print("quiet")
    return x


RESULT = (f(tf.ones([2]), Level.QUIET), f(tf.ones([2]), Level.QUIET))
