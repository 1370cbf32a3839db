# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    w = np.array([1., 2.])
    return x * w
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
