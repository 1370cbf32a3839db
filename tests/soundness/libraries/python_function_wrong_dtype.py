# observed: same
# function: f
import tensorflow as tf
import numpy as np

def g(a):
    return a.astype(np.float64)
def f(x):
    return tf.numpy_function(g, [x], tf.float64)
RESULT = [f(tf.ones([3])), f(tf.ones([3]))]
