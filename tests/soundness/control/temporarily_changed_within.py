# observed: same
# function: f
import tensorflow as tf
import contextlib


@contextlib.contextmanager
def scaled(options, value):
    before, options["scale"] = options["scale"], value
    try:
        yield
    finally:
        options["scale"] = before


def f(x):
    options = {"scale": 1.0}
    with scaled(options, 3.0):
        x = x * options["scale"]
    return x * options["scale"]


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
