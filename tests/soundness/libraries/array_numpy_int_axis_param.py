# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x, axis):
    return tf.reduce_sum(x, axis=axis)
RESULT = [f(tf.ones([2, 3]), np.int64(0)), f(tf.ones([2, 3]), np.int64(1))]
