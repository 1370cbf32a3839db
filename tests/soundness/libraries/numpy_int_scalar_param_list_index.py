# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x, k):
    scales = [1., 2., 3.]
    return x * scales[k]
RESULT = [f(tf.ones([2]), np.int64(2)), f(tf.ones([2]), np.int64(1))]
