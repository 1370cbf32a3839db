# observed: same
# function: f
import tensorflow as tf
import keras

sm = keras.layers.Softmax()
ce = keras.losses.SparseCategoricalCrossentropy()


def loss(y, p):
    return ce(y, p)


def f(y, x):
    return loss(y, sm(x))


RESULT = f(tf.constant([0]), tf.constant([[-50.0, 50.0]]))
