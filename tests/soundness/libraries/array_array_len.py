# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.reduce_sum(a) / len(a)
RESULT = [f(np.array([3., 4.])), f(np.array([1., 0.]))]
