# observed: differs
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    if type(x) == np.ndarray:
        return tf.constant(0.) + 1.
    return tf.reduce_sum(x)
RESULT = [f(np.ones([2], np.float32)), f(np.zeros([2], np.float32))]
