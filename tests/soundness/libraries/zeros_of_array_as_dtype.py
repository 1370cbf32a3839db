# observed: raises
# function: f
import tensorflow as tf
import numpy as np
def f(x, a):
    return x * tf.cast(tf.zeros([2], a), tf.float32)
RESULT = f(tf.ones([2]), np.array([1, 2]))
