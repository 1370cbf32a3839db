# observed: raises
# function: f
import tensorflow as tf
import keras

d3 = keras.layers.Dense(1, kernel_initializer="ones")
d3.build((None, 3))
d2 = keras.layers.Dense(1, kernel_initializer="ones")
d2.build((None, 2))


def f(x, which):
    if which == 0:
        return d2(x)
    return d3(x)


RESULT = [f(tf.ones((1, 2)), tf.constant(0)), f(tf.ones((1, 3)), tf.constant(1))]
