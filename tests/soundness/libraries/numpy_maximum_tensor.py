# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return np.maximum(x, 0.) * 1.
RESULT = [f(tf.range(4.)), f(tf.range(4.))]
