# observed: differs
# function: f
import tensorflow as tf
import numpy as np
def f(x, k):
    return x + len([0] * k)
RESULT = [f(tf.ones([2]), np.int64(3))]
