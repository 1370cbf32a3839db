# observed: differs
# function: f
import tensorflow as tf
import contextlib

scale = 1.0


@contextlib.contextmanager
def factor(value):
    yield value


def f(x):
    return x * scale


a = f(tf.ones([2]))
with factor(3.0) as scale:
    b = f(tf.ones([2]))
RESULT = (a, b)
