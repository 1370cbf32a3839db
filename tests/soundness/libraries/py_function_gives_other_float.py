# observed: both-raise
# function: f
import numpy as np
import tensorflow as tf


def f(x):
    return tf.py_function(lambda a: tf.reduce_mean(a), [x], tf.float64)


RESULT = [f(tf.ones([3])), f(tf.ones([3]))]
