# observed: differs
# function: f
import tensorflow as tf
import inspect


def f(x):
    return x * 2.0


RESULT = (f(tf.ones([2])), inspect.isfunction(f))
