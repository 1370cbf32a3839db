"""Functions that build models, and functions that run them."""

import tensorflow as tf

dense = tf.keras.layers.Dense(2, kernel_initializer="ones")
activation = tf.keras.layers.ReLU()


def block(x):  # HYB204
    return activation(x)


def on_what_a_layer_gave(x):  # HYB204
    return x * 2.0


def makes_its_own_input():
    inputs = tf.keras.Input([2])
    return inputs.shape[1]


def runs_a_layer(x):
    return dense(x)


def runs_the_model(x):
    return model(x)


def loss(y, p):
    return tf.reduce_mean(tf.square(y - p))


inputs = tf.keras.Input([3])
hidden = block(dense(inputs))
model = tf.keras.Model(inputs, on_what_a_layer_gave(hidden))
one, two = tf.ones([1, 3]), tf.zeros([1, 3])
RESULT = [
    [runs_a_layer(one), runs_a_layer(two)],
    [runs_the_model(one), runs_the_model(two)],
    [loss(one, two), loss(two, two)],
]
