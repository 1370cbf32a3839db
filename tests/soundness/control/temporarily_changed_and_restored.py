# observed: differs
# function: f
import tensorflow as tf
import contextlib


class Config:
    scale = 1.0


@contextlib.contextmanager
def scaled(value):
    before, Config.scale = Config.scale, value
    try:
        yield
    finally:
        Config.scale = before


def f(x):
    return x * Config.scale


a = f(tf.ones([2]))
with scaled(3.0):
    b = f(tf.ones([2]))
RESULT = (a, b, f(tf.ones([2])))
