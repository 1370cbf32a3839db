# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return x + tf.numpy_function(lambda: np.float32(np.random.rand()), [], tf.float32)
RESULT = [f(tf.constant(2.)), f(tf.constant(2.))]
