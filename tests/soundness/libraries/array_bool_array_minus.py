# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(m):
    return tf.reduce_sum(1 - m)
RESULT = [f(np.array([True, False])), f(np.array([False, False]))]
