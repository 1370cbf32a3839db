# observed: same
# function: f
import tensorflow as tf
import numpy as np
def f(x):
    return tf.reshape(x, (1,) + x.shape)
RESULT = [f(np.ones([2, 4])), f(np.ones([3, 2]))]
