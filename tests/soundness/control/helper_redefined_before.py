# observed: same
# function: f
import tensorflow as tf

def helper(x):
    return x + 1.0


def f(x):
    return helper(x)


def helper(x):
    return x + 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
