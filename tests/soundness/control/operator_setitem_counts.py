# observed: differs
# function: f
import tensorflow as tf
import operator

box = {"n": 0}


def f(x):
    operator.setitem(box, "n", box["n"] + 1)
    return x


f(tf.ones(2))
f(tf.ones(2))
n = box["n"]
