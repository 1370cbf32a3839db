"""Definitions that are called, and some that only look so."""

import tensorflow as tf


def unused(x):  # HYB101?
    return x + 1.0


def called_by_called(x):
    return tf.square(x)


def caller(x):
    return called_by_called(x)


def hinted(x: tf.Tensor) -> tf.Tensor:
    return tf.square(x)


def through_an_alias(x):
    return x - 1.0


class Model:
    def unused_method(self, x):  # HYB101?
        return x * 2.0

    def used_method(self, x):
        return x * 3.0


alias = through_an_alias
model = Model()
RESULT = [
    caller(tf.constant(1.0)),
    caller(tf.constant(2.0)),
    alias(tf.constant(3.0)),
    alias(tf.constant(4.0)),
    model.used_method(tf.constant(5.0)),
    model.used_method(tf.constant(6.0)),
]
