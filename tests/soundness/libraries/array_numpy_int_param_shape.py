# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(n):
    return tf.zeros([n, 2]) + 1.
RESULT = [f(np.int64(2)), f(np.int64(3))]
