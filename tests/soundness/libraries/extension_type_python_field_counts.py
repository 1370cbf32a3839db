# observed: differs
# function: f
import tensorflow as tf

CALLS = []


class Named(tf.experimental.ExtensionType):
    values: tf.Tensor
    name: str


def f(x):
    CALLS.append(x.name)
    return x.values * 2.0


RESULT = [f(Named([1.0], "a")), f(Named([2.0], "a")), f(Named([3.0], "b")), list(CALLS)]
