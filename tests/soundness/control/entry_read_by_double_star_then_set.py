# observed: differs
# function: f
import tensorflow as tf

configs = {"a": 1.0, "b": 2.0}


def helper(x, a, b):
    return x * a + b


def f(x):
    return helper(x, **configs)


a = f(tf.ones([2]))
configs["b"] = 7.0
RESULT = (a, f(tf.ones([2])))
