# observed: differs
# function: f
import numpy as np
import tensorflow as tf


def g(a):
    return 0.5


def f(x):
    return tf.numpy_function(g, [x], tf.float64)


RESULT = [f(tf.ones([3])), f(tf.ones([3]))]
