# observed: raises
# function: f
import tensorflow as tf
import numpy as np
T = tf.constant([4., 9.])
def f(y):
    return y * sum(map(np.sqrt, [y, T]))
RESULT = [f(tf.ones(2)), f(tf.zeros(2))]
