# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(m, n):
    return tf.reduce_sum(tf.cast(m & n, tf.int32))
RESULT = [f(np.array([True, False]), np.array([True, True])), f(np.array([False, False]), np.array([True, True]))]
