# observed: same
# function: f
import tensorflow as tf
import numpy as np

a = np.ones([3, 2], np.float32)
def f(x):
    return x @ a.T
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2]))]
