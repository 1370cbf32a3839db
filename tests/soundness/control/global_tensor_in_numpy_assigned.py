# observed: raises
# function: f
import tensorflow as tf
import numpy as np
T = tf.constant([4.0, 9.0])
def f(x):
    global T
    T = x * 2
    return x * np.sqrt(T)
RESULT = [f(tf.ones(2)), f(tf.zeros(2))]
