# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    eps = np.finfo(x.dtype.as_numpy_dtype).eps
    return x + eps
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
