# observed: same
# function: f
import tensorflow as tf
import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(1)])
def f(x, y):
    return tf.reduce_mean(tf.keras.losses.mse(y, model(x)))
RESULT = [f(np.ones((2, 3)), np.ones((2, 1))), f(np.ones((1, 3)), np.ones((1, 1)))]
