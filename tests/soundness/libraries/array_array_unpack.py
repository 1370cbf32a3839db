# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    x, y = a
    return tf.sqrt(x * x + y * y)
RESULT = [f(np.array([3., 4.])), f(np.array([1., 0.]))]
