# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    y = tf.boolean_mask(x, x > 0)
    return y + np.zeros(y.shape[0], np.float32)
RESULT = [f(tf.constant([1., -1., 2.])), f(tf.constant([1., 3., 2.]))]
