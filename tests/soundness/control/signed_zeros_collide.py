# observed: differs
# function: f
import tensorflow as tf
import math


def f(x, k):
    return x * math.copysign(1.0, k)


RESULT = (f(tf.ones([2]), 0.0), f(tf.ones([2]), -0.0))
