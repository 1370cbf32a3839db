# observed: same
# function: f
import tensorflow as tf
import numpy as np

def g(a):
    return (a * 2).astype(np.float32)
def f(x):
    return tf.numpy_function(g, [x], tf.float32) + 1.
RESULT = [f(tf.ones([3])), f(tf.ones([1]))]
