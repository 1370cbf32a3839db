# observed: differs
# function: f
import tensorflow as tf

configs = {"a": 1.0, "b": 2.0}


def f(x):
    for value in configs.values():
        x = x * value
    return x


a = f(tf.ones([2]))
configs["b"] = 7.0
RESULT = (a, f(tf.ones([2])))
