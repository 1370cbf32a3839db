# observed: same
# function: f
import tensorflow as tf

VERBOSE = False


def helper(x):
    if VERBOSE:
        print("step")
    return x * 2.0


def f(x):
    return helper(x)


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
