"""Several objects passed to one function: those that have their variables, and those that make them later."""

import tensorflow as tf


class Line(tf.Module):
    def __init__(self):
        self.w = tf.Variable(2.0)
        self.parts = [tf.Variable(1.0), tf.Variable(0.5)]

    def __call__(self, x):
        return self.w * x + self.parts[0] * self.parts[1]


class KerasLine(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.w = tf.Variable(3.0)

    def call(self, x):
        return self.w * x


class Holder:
    def __init__(self, layers):
        self.layers = {"all": layers}

    def __call__(self, x):
        for layer in self.layers["all"]:
            x = layer(x)  # HYB206 of held_unbuilt_layers
        return x


class Guarded:
    def __init__(self):
        self.w = None

    def __call__(self, x):
        if self.w is None:
            self.w = tf.Variable(2.0)  # HYB206 of guarded
        return x * self.w


def with_variables(model, x):
    return model(x) + 1.0


def functional_models(model, x):
    return model(x) + 1.0


def held_layers_without_variables(holder, x):
    return holder(x) + 1.0


def unbuilt_layers(layer, x):  # HYB206?
    return layer(x) + 1.0  # HYB206


def held_unbuilt_layers(holder, x):  # HYB206?
    return holder(x) + 1.0


def guarded(model, x):
    return model(x) + 1.0


ones = tf.ones([3, 2])
inputs = tf.keras.Input((2,))
first = tf.keras.Model(inputs, tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs))
second = tf.keras.Model(inputs, tf.keras.layers.Dense(2, kernel_initializer="ones")(inputs))
dense, other = tf.keras.layers.Dense(1, kernel_initializer="ones"), tf.keras.layers.Dense(2, kernel_initializer="ones")
held = Holder([tf.keras.layers.Dense(1, kernel_initializer="ones")])
also_held = Holder([tf.keras.layers.ReLU(), tf.keras.layers.Dense(1, kernel_initializer="ones")])
stateless, also_stateless = Holder([tf.keras.layers.ReLU()]), Holder([tf.keras.layers.ReLU(), tf.nn.relu])
RESULT = [
    [with_variables(Line(), ones), with_variables(KerasLine(), ones)],
    [functional_models(first, ones), functional_models(second, ones)],
    [held_layers_without_variables(stateless, ones), held_layers_without_variables(also_stateless, ones)],
    [unbuilt_layers(dense, ones), unbuilt_layers(other, ones)],
    [held_unbuilt_layers(held, ones), held_unbuilt_layers(also_held, ones)],
    [guarded(Guarded(), ones), guarded(Guarded(), ones)],
]
