# observed: raises
# function: f
import numpy as np
import tensorflow as tf


def g(a):
    return len(a)


def f(x):
    return tf.numpy_function(g, [x], tf.int32)


RESULT = [f(tf.ones([3])), f(tf.ones([3]))]
