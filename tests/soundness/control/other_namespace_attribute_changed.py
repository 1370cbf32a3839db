# observed: same
# function: f
import tensorflow as tf
import types

config = types.SimpleNamespace(scale=1.0, name="a")


def f(x):
    return x * config.scale


a = f(tf.ones([2]))
config.name = "b"
RESULT = (a, f(tf.ones([2])))
