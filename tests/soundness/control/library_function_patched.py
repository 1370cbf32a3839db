# observed: differs
# function: f
import tensorflow as tf
import math


def f(x):
    return x * math.sqrt(4.0)


original = math.sqrt
a = f(tf.ones([2]))
math.sqrt = lambda v: v
b = f(tf.ones([2]))
math.sqrt = original
RESULT = (a, b)
