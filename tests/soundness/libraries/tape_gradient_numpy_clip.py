# observed: raises
# function: f
import tensorflow as tf
import numpy as np

v = tf.Variable(2.)
def f(x):
    with tf.GradientTape() as t:
        y = x * v ** 2
    g = t.gradient(y, v)
    return np.clip(g, -1, 1)
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
