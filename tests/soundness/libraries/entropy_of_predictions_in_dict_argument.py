# observed: differs
# function: loss
import tensorflow as tf
import numpy as np
import keras

m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, activation="softmax")])
m.set_weights([np.array([[1.0, -1.0], [1.0, -1.0]]), np.zeros(2)])
ce = keras.losses.SparseCategoricalCrossentropy()


def loss(d):
    return ce(d["y"], d["p"])


RESULT = loss({"y": tf.constant([1]), "p": m(tf.constant([[50.0, 50.0]]))})
