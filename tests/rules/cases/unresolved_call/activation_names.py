"""Activations that are found by their names, as layers of one's own do."""

import keras
import tensorflow as tf


def doubled(x):
    return x * 2.0


class Activated(tf.Module):
    def __init__(self, activation):
        super().__init__()
        self.activation = keras.activations.get(activation)

    def __call__(self, x):
        return self.activation(x * 3.0)


x = tf.constant([-1.0, 0.5, 2.0])
RESULT = [
    Activated(each)(x)
    for each in ("relu", "swish", "linear", None, doubled, keras.activations.tanh, keras.layers.ReLU())
]
