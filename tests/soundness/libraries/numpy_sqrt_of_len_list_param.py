# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x, sizes):
    return x * np.sqrt(len(sizes))
RESULT = [f(tf.ones([3]), [1, 2]), f(tf.ones([2]), [1, 2])]
