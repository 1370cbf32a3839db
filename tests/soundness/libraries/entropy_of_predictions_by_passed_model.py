# observed: differs
# function: run
import tensorflow as tf
import keras

m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="ones", activation="sigmoid")])
bce = keras.losses.BinaryCrossentropy()


def run(model, x):
    return model(x)


def loss(y, p):
    return bce(y, p)


RESULT = loss(tf.constant([[0.0]]), run(m, tf.constant([[50.0]])))
