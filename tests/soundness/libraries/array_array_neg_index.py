# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(a, i):
    return tf.identity(a[i])
RESULT = [f(np.arange(4.), -1), f(np.arange(4.), 0)]
