# observed: differs
# function: predict
import tensorflow as tf
import numpy as np
import keras

m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2), keras.layers.Softmax()])
m.set_weights([np.array([[1.0, -1.0], [1.0, -1.0]]), np.zeros(2)])
ce = keras.losses.SparseCategoricalCrossentropy()


def predict(x):
    return {"p": m(x)}


def f(x):
    return ce(tf.constant([1]), predict(x)["p"])


RESULT = f(tf.constant([[50.0, 50.0]]))
