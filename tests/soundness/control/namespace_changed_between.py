# observed: differs
# function: f
import tensorflow as tf
import types

config = types.SimpleNamespace(scale=1.0)


def f(x):
    return x * config.scale


a = f(tf.ones([2]))
config.scale = 2.0
RESULT = (a, f(tf.ones([2])))
