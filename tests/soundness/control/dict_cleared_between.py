# observed: differs
# function: f
import tensorflow as tf

table = {"a": 2.0}


def f(x):
    return x * table.get("a", 1.0)


a = f(tf.ones([2]))
table.clear()
RESULT = (a, f(tf.ones([2])))
