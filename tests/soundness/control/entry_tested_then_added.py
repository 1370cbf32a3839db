# observed: differs
# function: f
import tensorflow as tf

configs = {"b": 2.0}


def f(x):
    return x * 5.0 if "rate" in configs else x


a = f(tf.ones([2]))
configs["rate"] = 1.0
RESULT = (a, f(tf.ones([2])))
