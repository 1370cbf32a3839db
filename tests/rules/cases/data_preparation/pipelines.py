"""Functions that build data sets, and functions that use them."""

import tensorflow as tf


def builds(values):  # HYB410
    return tf.data.Dataset.from_tensor_slices(values).shuffle(8, seed=3).batch(2)


def builds_two(values):  # HYB410
    data = tf.data.Dataset.from_tensor_slices(values)
    return data.take(2), data.skip(2)


def maps_an_element(value):
    return value * 2.0


def sums(values):
    return tf.reduce_sum(tf.square(values))


def builds_and_reduces(values):
    return tf.data.Dataset.from_tensor_slices(values).reduce(0.0, lambda total, value: total + value)


one, two = tf.range(4.0), tf.range(6.0)
RESULT = [
    [list(builds(one)), list(builds(two))],
    [list(builds_two(one)[0]), list(builds_two(two)[1])],
    [maps_an_element(one), maps_an_element(two)],
    [sums(one), sums(two)],
    [builds_and_reduces(one), builds_and_reduces(two)],
]
