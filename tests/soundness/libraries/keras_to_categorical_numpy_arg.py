# observed: raises
# function: f
import tensorflow as tf
import numpy as np
from tensorflow import keras

def f(y):
    return tf.constant(keras.utils.to_categorical(y, 3))
RESULT = [f(np.array([0, 1])), f(np.array([2, 1]))]
