"""Syntax AutoGraph gives up on, with and without tensor control flow."""

import tensorflow as tf


def walrus_in_the_condition(x):
    if (total := tf.reduce_sum(x)) > 4.0:  # HYB215
        x = x / total
    return x


def for_else(x):
    for _ in range(2):
        x = x * 2.0
    else:
        x = x + 1.0
    if tf.reduce_sum(x) > 20.0:  # HYB215
        x = -x
    return x


def walrus_without_tensor_control_flow(x):
    if (size := x.shape[0]) > 1:
        x = x * float(size)
    return x


def for_else_without_tensor_control_flow(x):
    for _ in range(2):
        x = x * 2.0
    else:
        x = x + 1.0
    return x


def lambda_inside(x):
    square = lambda v: v * v
    if tf.reduce_sum(x) > 4.0:
        x = square(x)
    return x


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [walrus_in_the_condition(one), walrus_in_the_condition(two)],
    [for_else(one), for_else(two)],
    [walrus_without_tensor_control_flow(one), walrus_without_tensor_control_flow(two)],
    [for_else_without_tensor_control_flow(one), for_else_without_tensor_control_flow(two)],
    [lambda_inside(one), lambda_inside(two)],
]
