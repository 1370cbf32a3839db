# observed: raises
# function: f
import tensorflow as tf
import numpy as np
from tensorflow import keras

m = keras.Sequential([keras.layers.Dense(2), keras.layers.Dropout(0.5, seed=2)])
def f(x, training):
    return m(x, training=training)
RESULT = [f(tf.ones([2, 2]), np.bool_(True)), f(tf.ones([2, 2]), np.bool_(False))]
