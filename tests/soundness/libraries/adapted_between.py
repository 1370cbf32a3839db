# observed: differs
# function: f
import tensorflow as tf
import numpy as np
l = tf.keras.layers.Normalization(axis=None)
l.adapt(np.array([0.0, 2.0], np.float32))
def f(x): return l(x)
RESULT = [f(tf.constant([1.0]))]
l.adapt(np.array([0.0, 10.0], np.float32))
RESULT += [f(tf.constant([1.0]))]
