# observed: differs
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    if isinstance(x, np.ndarray):
        return tf.constant(1.) * 2.
    return x * 3.
RESULT = [f(np.ones([2], np.float32)), f(np.zeros([2], np.float32))]
