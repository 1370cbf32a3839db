# observed: same
# function: f
import tensorflow as tf
import numpy as np

c = np.float64(3.)
def f(x):
    return tf.where(c > x, x, 0.)
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
