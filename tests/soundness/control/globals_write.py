# observed: differs
# function: f
import tensorflow as tf

n = 0


def f(x):
    globals()["n"] = n + 1
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = n
