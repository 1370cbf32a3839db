# observed: raises
# function: f
import tensorflow as tf
import numpy as np
def f(x, n):
    return x * tf.zeros(n)[0]
RESULT = f(tf.ones([2]), np.float64(2.0))
