# observed: same
# function: f
import numpy as np
import tensorflow as tf


def f(x):
    return tf.py_function(np.sqrt, [x], tf.float32) + 1.0


RESULT = [f(tf.ones([3])), f(tf.ones([3]))]
