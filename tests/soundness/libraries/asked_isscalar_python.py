# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x, y):
    if np.isscalar(y):
        return x * 3.
    return x * y
RESULT = [f(tf.ones([2]), 2.), f(tf.ones([2]), 3.)]
