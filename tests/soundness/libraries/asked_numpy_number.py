# observed: differs
# function: f
import tensorflow as tf
import numpy as np

def f(x, y):
    if isinstance(y, np.floating):
        return x * 3.
    return x * y
RESULT = [f(tf.ones([2]), np.float32(2.)), f(tf.ones([2]), np.float32(3.))]
