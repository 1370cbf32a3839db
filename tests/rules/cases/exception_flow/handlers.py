"""Errors that operations raise, and errors that tracing raises."""

import tensorflow as tf


def catches_an_operation(x):
    try:
        tf.debugging.assert_positive(x)
    except tf.errors.InvalidArgumentError:  # HYB218
        x = -x
    return x


def cleans_up(x):
    try:
        y = x * 2.0
    finally:
        y = x * 3.0
    return y


one, two = tf.constant([1.0, 2.0]), tf.constant([-3.0, -4.0])
RESULT = [
    [catches_an_operation(one), catches_an_operation(two)],
    [cleans_up(one), cleans_up(two)],
]
