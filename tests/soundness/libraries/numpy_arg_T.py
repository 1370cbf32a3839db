# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x, a):
    return x @ a.T
a = np.ones([3, 2], np.float32)
RESULT = [f(tf.ones([2, 2]), a), f(tf.ones([1, 2]), a)]
