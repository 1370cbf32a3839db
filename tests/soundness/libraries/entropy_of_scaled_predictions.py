# observed: same
# function: loss
import tensorflow as tf
import keras

m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="ones", activation="sigmoid")])
bce = keras.losses.BinaryCrossentropy()


def loss(y, p):
    return bce(y, p)


RESULT = loss(tf.constant([[0.0]]), m(tf.constant([[50.0]])) * 1.0)
