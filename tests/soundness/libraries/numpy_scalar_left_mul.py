# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return np.sqrt(2.) * x + np.float64(1.)
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
