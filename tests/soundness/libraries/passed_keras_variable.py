# observed: same
# function: f
import tensorflow as tf
import numpy as np
def f(v, x):
    return v * x
k1 = tf.keras.Variable(np.ones(2, np.float32)); k2 = tf.keras.Variable(np.zeros(2, np.float32))
RESULT = [f(k1, tf.constant(2.0)), f(k2, tf.constant(2.0)), f(k1, tf.constant(2.0))]
