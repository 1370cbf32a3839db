# observed: differs
# function: f
import tensorflow as tf

def helper(x):
    return x + 1.0


def f(x):
    return helper(x)


a = f(tf.ones([2]))


def helper(x):
    return x + 2.0


RESULT = (a, f(tf.ones([2])))
