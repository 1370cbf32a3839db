# observed: same
# function: f
import numpy as np
import tensorflow as tf


HISTORY = []


def f(x):
    y = tf.reduce_sum(x)
    tf.py_function(HISTORY.append, [y], [])
    return y


RESULT = [f(tf.ones([3])), f(tf.ones([3])), len(HISTORY)]
