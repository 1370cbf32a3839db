# observed: differs
# function: f
import tensorflow as tf

configs = {"opt": {"rate": 1.0}, "b": 2.0}


def f(x):
    return x * configs["opt"]["rate"]


a = f(tf.ones([2]))
configs["opt"]["rate"] = 7.0
RESULT = (a, f(tf.ones([2])))
