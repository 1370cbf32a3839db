# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x, k):
    for i in range(k):
        x = x * 2.
    return x
RESULT = [f(tf.ones([2]), np.int64(2)), f(tf.ones([2]), np.int64(3))]
