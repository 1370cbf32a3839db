# observed: differs
# function: loss
import tensorflow as tf
import numpy as np
import keras

m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2), keras.layers.Softmax()])
m.set_weights([np.array([[1.0, -1.0], [1.0, -1.0]]), np.zeros(2)])
ce = keras.losses.SparseCategoricalCrossentropy()


def loss(y, p):
    return ce(y, p)


RESULT = loss(tf.constant([1]), m(tf.constant([[50.0, 50.0]])))
