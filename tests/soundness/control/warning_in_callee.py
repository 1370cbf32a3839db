# observed: output-differs
# function: f
import tensorflow as tf
import warnings


def helper(x):
    warnings.simplefilter("always")
    warnings.warn("careful")
    return x


def f(x):
    return helper(x) * 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
