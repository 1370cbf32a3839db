# observed: same
# function: f
import tensorflow as tf
import numpy as np
def f(x, a):
    return x * (2.0 if a.dtype.name == "float64" else 3.0)
RESULT = f(tf.ones([2]), np.array([1.0, 2.0]))
