# observed: differs
# function: loss
import tensorflow as tf
import keras

m = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="ones", activation="sigmoid")])
bce = keras.losses.BinaryCrossentropy()


class H:
    pass


h = H()


def loss(y):
    return bce(y, h.p)


h.p = m(tf.constant([[50.0]]))
RESULT = loss(tf.constant([[0.0]]))
