# observed: differs
# function: f
import tensorflow as tf

configs = {"a": 1.0, "b": 2.0}
same = configs


def f(x):
    return x * configs["a"]


a = f(tf.ones([2]))
same["a"] = 7.0
RESULT = (a, f(tf.ones([2])))
