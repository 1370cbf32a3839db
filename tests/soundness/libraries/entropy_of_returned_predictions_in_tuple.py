# observed: differs
# function: predict
import tensorflow as tf
import numpy as np
import keras

m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, activation="softmax")])
m.set_weights([np.array([[1.0, -1.0], [1.0, -1.0]]), np.zeros(2)])
ce = keras.losses.SparseCategoricalCrossentropy()


def predict(x):
    return m(x), x


p, _ = predict(tf.constant([[50.0, 50.0]]))
RESULT = ce(tf.constant([1]), p)
