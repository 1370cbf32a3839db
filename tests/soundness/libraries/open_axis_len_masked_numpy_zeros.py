# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    y = x[x > 0]
    return y + np.zeros(len(y), np.float32)
RESULT = [f(tf.ones([4])), f(tf.ones([3]))]
