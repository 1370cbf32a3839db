# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    return tf.reduce_mean(a)
RESULT = [f(np.arange(-4, 5)), f(np.arange(4))]
