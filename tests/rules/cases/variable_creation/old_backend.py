"""The functions of Keras 1: some of their names make variables."""

import tensorflow as tf

K = tf.keras.backend


def creates_ones(x):
    return x * K.ones((3,))  # HYB206


def creates_zeros(x):
    return x + K.zeros(shape=(3,), dtype="float32")  # HYB206


def creates_an_identity(x):
    return x * K.eye(3)[0]  # HYB206


def creates_a_drawn_variable(x):
    return x * 0.0 + K.random_normal_variable((3,), 0.0, 1.0)  # HYB206


def fills_like_another(x):
    return x * K.ones_like(x) + K.zeros_like(x)


def computes(x):
    return K.sum(K.square(x - K.mean(x, axis=-1, keepdims=True))) + K.epsilon()


def makes_a_constant(x):
    return K.clip(x * K.constant(2.0), 0.0, None)


one, two = tf.ones([3]), tf.zeros([3])
RESULT = [
    [creates_ones(one), creates_ones(two)],
    [creates_zeros(one), creates_zeros(two)],
    [creates_an_identity(one), creates_an_identity(two)],
    [creates_a_drawn_variable(one), creates_a_drawn_variable(two)],
    [fills_like_another(one), fills_like_another(two)],
    [computes(one), computes(two)],
    [makes_a_constant(one), makes_a_constant(two)],
]
