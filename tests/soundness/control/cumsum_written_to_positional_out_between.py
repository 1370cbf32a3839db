# observed: differs
# function: f
import tensorflow as tf
import numpy as np
W = np.array([1.0, 5.0], np.float32)
def f(x):
    return x * W
a = f(tf.ones([2]))
np.cumsum(W, 0, None, W)
RESULT = [a, f(tf.ones([2]))]
