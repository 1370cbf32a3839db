"""Functions whose result never changes, and functions that read what does."""

import tensorflow as tf

weight = tf.Variable(1.0)
model = tf.keras.Sequential([tf.keras.Input([2]), tf.keras.layers.Dense(1, kernel_initializer="ones")])
batches = iter(tf.data.Dataset.range(8))


def makes_a_constant():  # HYB409
    return tf.linalg.diag(tf.range(3.0)) * 2.0


def takes_only_a_number(n):  # HYB409
    return tf.linalg.diag(tf.range(float(n)))


def reads_a_variable():
    return tf.square(weight) + 1.0


def runs_a_model():
    return model(tf.ones([1, 2]))


def draws():
    return tf.random.normal([2]) * 2.0


def takes_the_next_batch():
    return tf.square(next(batches))


def takes_a_tensor(x):
    return tf.square(x)


RESULT = [
    [makes_a_constant(), makes_a_constant()],
    [takes_only_a_number(3), takes_only_a_number(3)],
    [reads_a_variable(), reads_a_variable()],
    [runs_a_model(), runs_a_model()],
    [draws(), draws()],
    [takes_the_next_batch(), takes_the_next_batch()],
    [takes_a_tensor(tf.constant(1.0)), takes_a_tensor(tf.constant(2.0))],
]
