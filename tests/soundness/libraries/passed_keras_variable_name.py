# observed: differs
# function: f
import tensorflow as tf
import numpy as np
d = tf.keras.layers.Dense(2, kernel_initializer="ones", bias_initializer="ones"); d.build((2, 2))
def f(v):
    return tf.reduce_sum(v) if "bias" not in v.name else tf.constant(0.0)
k1 = tf.keras.Variable(np.ones(2, np.float32), name="kernel"); k2 = tf.keras.Variable(np.ones(2, np.float32), name="bias")
RESULT = [f(k1), f(k2)]
