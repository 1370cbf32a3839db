# observed: same
# function: f
import tensorflow as tf
import numpy as np

w = np.ones(2, np.float32)
w += 1.
def f(x):
    return x * w
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
