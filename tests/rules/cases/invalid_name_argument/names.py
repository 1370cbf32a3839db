"""Names of operations that are strings, and that are not."""

import tensorflow as tf


def passes_a_number_as_name(x):
    return tf.exp(x, 2)  # HYB205


def passes_a_tensor_as_name(x):
    return tf.sqrt(x, x)  # HYB205


def passes_an_axis(x):
    return tf.reduce_sum(x, 0)


def passes_a_string(x):
    return tf.exp(x, name="exponential")


def passes_none(x):
    return tf.exp(x, None)


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [passes_a_number_as_name(one), passes_a_number_as_name(two)],
    [passes_a_tensor_as_name(one), passes_a_tensor_as_name(two)],
    [passes_an_axis(one), passes_an_axis(two)],
    [passes_a_string(one), passes_a_string(two)],
    [passes_none(one), passes_none(two)],
]
