# observed: differs
# function: f
import tensorflow as tf
import contextlib

entered = []


@contextlib.contextmanager
def scope(name):
    entered.append(name)
    yield name


def f(x):
    with scope("a"):
        x = x + 1.0
    return x


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = entered
