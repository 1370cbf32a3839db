# observed: same
# function: f
import tensorflow as tf
from collections import namedtuple

Pair = namedtuple("Pair", "a b")


def f(x):
    return Pair(x, x * 2.0)


RESULT = f(tf.ones([2])).b
