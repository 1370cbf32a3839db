# observed: raises
# function: f
import tensorflow as tf
import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2), keras.layers.Dense(1)])
def f(x):
    return tf.reduce_mean(model(x)) + np.sum(model.weights[0].numpy() ** 2)
RESULT = [f(tf.ones([2, 2])), f(tf.ones([1, 2]))]
