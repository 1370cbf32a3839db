# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(i, x):
    return x[i] * 2.
RESULT = [f(i, tf.ones([4])) for i in np.arange(3)]
