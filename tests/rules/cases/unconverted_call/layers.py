"""Tensor control flow behind Keras' call, and elsewhere."""

import tensorflow as tf


class Branching(tf.keras.layers.Layer):
    def call(self, x):
        if tf.reduce_sum(x) > 4.0:  # HYB216 of runs_a_branching_layer
            return x
        else:
            return -x


class Straight(tf.keras.layers.Layer):
    def call(self, x):
        return tf.where(x > 1.0, x, -x)


class Static(tf.keras.layers.Layer):
    def call(self, x, training=False):
        if training:
            return x * 2.0
        return x


class Plain(tf.Module):
    def __call__(self, x):
        if tf.reduce_sum(x) > 4.0:
            return x
        else:
            return -x


branching, straight, static, plain = Branching(), Straight(), Static(), Plain()


def runs_a_branching_layer(x):
    return branching(x)


def runs_a_straight_layer(x):
    return straight(x)


def runs_a_static_layer(x):
    return static(x, training=True)


def runs_a_module(x):
    return plain(x)


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [runs_a_branching_layer(one), runs_a_branching_layer(two)],
    [runs_a_straight_layer(one), runs_a_straight_layer(two)],
    [runs_a_static_layer(one), runs_a_static_layer(two)],
    [runs_a_module(one), runs_a_module(two)],
]
