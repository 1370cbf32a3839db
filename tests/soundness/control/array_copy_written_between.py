# observed: same
# function: f
import tensorflow as tf
import numpy as np

rates = np.ones([2], np.float32)


def f(x):
    return x * rates


a = f(tf.ones([2]))
other = rates.copy()
other[:] = 5.0
RESULT = (a, f(tf.ones([2])))
