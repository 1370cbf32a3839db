"""Assertions on tensors, and assertions on what is static."""

import tensorflow as tf


def asserts_a_tensor(x):
    assert tf.reduce_all(x > 0.0)  # HYB214
    return x


def raises_under_a_tensor_condition(x):
    if tf.reduce_any(x < 0.0):
        raise ValueError("negative")  # HYB214
    return x


def asserts_the_rank(x):
    assert len(x.shape) == 1
    return x


def asserts_with_an_operation(x):
    tf.debugging.assert_positive(x)
    return x


def raises_under_a_static_condition(x):
    if x.dtype == tf.int32:
        raise ValueError("no integers")
    return x


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [asserts_a_tensor(one), asserts_a_tensor(two)],
    [raises_under_a_tensor_condition(one), raises_under_a_tensor_condition(two)],
    [asserts_the_rank(one), asserts_the_rank(two)],
    [asserts_with_an_operation(one), asserts_with_an_operation(two)],
    [raises_under_a_static_condition(one), raises_under_a_static_condition(two)],
]
