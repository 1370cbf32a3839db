"""Functions with and without operations."""

import numpy as np
import tensorflow as tf


def adds_numbers(a, b):  # HYB401
    return a + b


def joins_text(words):  # HYB401
    return " ".join(words)


def uses_numpy_alone(n):  # HYB401
    return np.arange(n).sum()


def reads_a_shape(x):  # HYB401
    return x.shape[0] * 2


def adds_tensors(a, b):
    return a + b


def doubled(x):
    return tf.square(x)


def works_in_a_helper(x):
    return doubled(x)


def draws():
    return tf.random.normal([2])


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [adds_numbers(1, 2), adds_numbers(3, 4)],
    [joins_text(["a", "b"]), joins_text(["c"])],
    [uses_numpy_alone(2), uses_numpy_alone(3)],
    [reads_a_shape(one), reads_a_shape(two)],
    [adds_tensors(one, two), adds_tensors(two, two)],
    [works_in_a_helper(one), works_in_a_helper(two)],
    [draws(), draws()],
]
