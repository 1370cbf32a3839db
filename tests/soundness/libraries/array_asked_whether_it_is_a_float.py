# observed: differs
# function: f
import numpy as np
import tensorflow as tf
def f(x, rate):
    if isinstance(rate, float):
        return x * 2.0
    return x
RESULT = [f(tf.constant([1.0]), np.float64(2.0)), f(tf.constant([2.0]), np.float64(2.0))]
