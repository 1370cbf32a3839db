# observed: differs
# function: f
import tensorflow as tf
import numpy as np
def f(x, a):
    return [k for k in a]
RESULT = [type(k).__name__ for k in f(tf.ones([2]), [np.array([1.0]), np.array([2.0])])]
