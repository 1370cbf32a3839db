# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    kernel = np.array([[1., 0.], [0., 1.]], dtype=np.float32)
    return x @ kernel
RESULT = [f(tf.ones([2, 2])), f(tf.zeros([2, 2]))]
