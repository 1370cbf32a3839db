# observed: raises
# function: f
import tensorflow as tf
import numpy as np
T = tf.constant([4., 9.])
def setit(v):
    global T
    T = v
def f(y):
    setit(y)
    return y * np.sum(T)
RESULT = [f(tf.ones(2)), f(tf.zeros(2))]
