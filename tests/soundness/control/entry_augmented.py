# observed: differs
# function: f
import tensorflow as tf

configs = {"rate": 1.0, "b": 2.0}


def f(x):
    return x * configs["rate"]


a = f(tf.ones([2]))
configs["rate"] *= 0.5
RESULT = (a, f(tf.ones([2])))
