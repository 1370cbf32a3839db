# observed: same
# function: f
import tensorflow as tf
import numpy as np

c = np.float32(3.)
def f(x):
    return c - x
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
