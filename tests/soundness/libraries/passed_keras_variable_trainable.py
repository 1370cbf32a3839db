# observed: raises
# function: f
import tensorflow as tf
import numpy as np
def f(v):
    return tf.reduce_sum(v) if v.trainable else tf.constant(0.0)
k1 = tf.keras.Variable(np.ones(2, np.float32)); k2 = tf.keras.Variable(np.ones(2, np.float32), trainable=False)
RESULT = [f(k1), f(k2)]
