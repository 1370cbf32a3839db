# observed: differs
# function: f
import tensorflow as tf
import operator

table = {"n": 0}


def f(x):
    operator.setitem(table, "n", table["n"] + 1)
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = table
