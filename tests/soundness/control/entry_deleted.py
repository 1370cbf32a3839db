# observed: differs
# function: f
import tensorflow as tf

configs = {"rate": 1.0, "b": 2.0}


def f(x):
    return x * (configs["rate"] if "rate" in configs else 5.0)


a = f(tf.ones([2]))
del configs["rate"]
RESULT = (a, f(tf.ones([2])))
