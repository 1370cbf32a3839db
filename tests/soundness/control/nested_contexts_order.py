# observed: same
# function: f
import tensorflow as tf
import contextlib


@contextlib.contextmanager
def tagged(order, name):
    order.append(name)
    yield
    order.append(name.upper())


def f(x):
    order = []
    with tagged(order, "a"), tagged(order, "b"):
        order.append("x")
    return x * float(order.index("B"))


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
