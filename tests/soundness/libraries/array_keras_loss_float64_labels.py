# observed: same
# function: f
import numpy as np
from tensorflow import keras

import tensorflow as tf
model = keras.Sequential([keras.layers.Dense(1)])
loss = keras.losses.MeanSquaredError()
def f(x, y):
    return loss(y, model(x))
RESULT = [f(np.ones((2, 3)), np.ones((2, 1))), f(np.ones((1, 3)), np.ones((1, 1)))]
