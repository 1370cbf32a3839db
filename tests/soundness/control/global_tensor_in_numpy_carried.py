# observed: raises
# function: f
import tensorflow as tf
import numpy as np
T = tf.constant([4., 9.])
def f(y):
    T2 = T
    for _ in tf.range(2):
        y = y * np.sqrt(T2)
        T2 = T2 + 1.
    return y
RESULT = [f(tf.ones(2)), f(tf.zeros(2))]
