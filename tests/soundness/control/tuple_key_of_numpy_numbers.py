# observed: raises
# function: f
import tensorflow as tf
import numpy as np
T = {(0, 1): 2.0, (1, 2): 3.0}
def f(x, i, j):
    return x * T[i, j]
RESULT = f(tf.ones([2]), np.int64(0), np.int64(1))
