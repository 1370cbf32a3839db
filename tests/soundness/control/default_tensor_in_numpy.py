# observed: raises
# function: f
import tensorflow as tf
import numpy as np
T = tf.constant([4., 9.])
def f(y, t=T):
    return y * np.sqrt(t)
RESULT = [f(tf.ones(2)), f(tf.zeros(2))]
