# observed: same
# function: f
import numpy as np
from tensorflow import keras

import tensorflow as tf
model = keras.Sequential([keras.layers.Dense(2)])
def f(x):
    return model(x)
RESULT = [f(np.ones((2, 3))), f(np.ones((1, 3)))]
