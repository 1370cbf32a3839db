# observed: differs
# function: f
import tensorflow as tf
import numpy as np
T = tf.constant([4.0, 9.0])
def f(x):
    return x * np.sqrt(T)
a = f(tf.ones(2))
T = tf.constant([1.0, 1.0])
RESULT = [a, f(tf.ones(2))]
