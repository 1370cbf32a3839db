# observed: same
# function: f
import tensorflow as tf
import numpy as np

w = np.eye(2)
def f(x):
    return tf.matmul(x, w)
RESULT = [f(tf.ones([2, 2])), f(tf.zeros([2, 2]))]
