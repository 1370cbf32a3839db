# observed: differs
# function: f
import tensorflow as tf

configs = {"a": 1.0, "b": 2.0}


def f(x):
    return x * configs.get("a", 0.0)


a = f(tf.ones([2]))
configs["a"] = 7.0
RESULT = (a, f(tf.ones([2])))
