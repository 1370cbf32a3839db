# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(n, x):
    return x * len('a' * n)
RESULT = [f(np.int64(2), tf.constant(1)), f(np.int64(3), tf.constant(1))]
