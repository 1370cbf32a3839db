# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a, b):
    return tf.reduce_sum(a @ b)
RESULT = [f(np.ones((2, 3)), np.ones((3, 2))), f(np.ones((2, 3)), np.ones((3, 2)))]
