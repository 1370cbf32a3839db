"""Functions that build models, and functions that run them."""

import tensorflow as tf

dense = tf.keras.layers.Dense(2, kernel_initializer="ones")
activation = tf.keras.layers.ReLU()


def block(x):
    return activation(x)


def on_what_a_layer_gave(x):
    return x * 2.0


def runs_a_layer(x):
    return dense(x)


def runs_the_model(x):
    return model(x)


def loss(y, p):
    return tf.reduce_mean(tf.square(y - p))


inputs = tf.keras.Input([3])
hidden = block(dense(inputs))  # HYB204 of block
model = tf.keras.Model(inputs, on_what_a_layer_gave(hidden))  # HYB204 of on_what_a_layer_gave
one, two = tf.ones([1, 3]), tf.zeros([1, 3])
RESULT = [
    [runs_a_layer(one), runs_a_layer(two)],
    [runs_the_model(one), runs_the_model(two)],
    [loss(one, two), loss(two, two)],
]
