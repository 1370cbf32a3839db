# observed: same
# function: f
import tensorflow as tf
import numpy as np


def f(x):
    buffer = np.zeros([2], np.float32)
    buffer[0] = 1.0
    buffer += 2.0
    return x + buffer


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
