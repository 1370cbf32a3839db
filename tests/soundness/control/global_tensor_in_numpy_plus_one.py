# observed: raises
# function: f
import tensorflow as tf
import numpy as np
T = tf.constant([4.0, 9.0])
def f(x):
    return x * np.sqrt(T + 1)
RESULT = [f(tf.ones(2)), f(tf.zeros(2))]
