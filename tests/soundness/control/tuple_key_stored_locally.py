# observed: raises
# function: f
import tensorflow as tf
import numpy as np
def f(x, p):
    d = {}
    d[p] = x
    return d[p]
RESULT = f(tf.ones([2]), (np.int64(0), np.int64(1)))
