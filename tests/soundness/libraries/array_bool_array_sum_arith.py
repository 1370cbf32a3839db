# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(m):
    return tf.reduce_sum(m * 2.)
RESULT = [f(np.array([True, False])), f(np.array([False, False]))]
