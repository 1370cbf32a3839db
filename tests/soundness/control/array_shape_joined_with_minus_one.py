# observed: raises
# function: f
import tensorflow as tf
import numpy as np
def f(x):
    return tf.reshape(x, x.shape[:-1] + (-1, 1))
RESULT = [f(np.ones([2, 4])), f(np.ones([3, 2]))]
