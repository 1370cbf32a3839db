# observed: same
# function: f
import tensorflow as tf
import numpy as np
T = tf.constant([4.0, 9.0])
def f(x):
    return x * np.sqrt(T)
def g(x):
    return x * T.numpy().sum() + np.asarray(T)[0]
def h(x):
    m = np.mean(T)
    return x * m if m > 1 else x
RESULT = [f(tf.ones(2)), f(tf.zeros(2)), g(tf.ones(2)), g(tf.zeros(2)), h(tf.ones(2)), h(tf.zeros(2))]
