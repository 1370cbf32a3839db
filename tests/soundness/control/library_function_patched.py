# observed: differs
# function: f
import tensorflow as tf
import math


def f(x):
    return x * math.sqrt(4.0)


a = f(tf.ones([2]))
math.sqrt = lambda v: v
b = f(tf.ones([2]))
import importlib

importlib.reload(math)
RESULT = (a, b)
