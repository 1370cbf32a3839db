# observed: same
# function: f
import tensorflow as tf
import enum


class Mode(enum.Enum):
    A = "a"
    B = "b"


def f(x, word):
    mode = Mode(word)
    if mode is Mode.A:
        return x * 2.0
    return x if Mode["B"] == mode else x * 5.0


RESULT = (f(tf.ones([2]), "a"), f(tf.ones([2]), "b"))
