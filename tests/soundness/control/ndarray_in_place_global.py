# observed: differs
# function: f
import tensorflow as tf
import numpy as np

buffer = np.zeros([2], np.float32)


def f(x):
    global buffer
    buffer += 1.0
    return x + buffer


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
