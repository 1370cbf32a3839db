"""Jumps out of graph branches, and jumps that a graph can make."""

import tensorflow as tf


def returns_from_a_loop(xs):
    for x in xs:
        if x > 2.0:
            return x  # HYB211
    return tf.constant(0.0)


def breaks_a_python_loop(x):
    for _ in range(5):
        x = x * 2.0
        if tf.reduce_sum(x) > 20.0:
            break  # HYB211
    return x


def breaks_an_endless_loop(x):
    while True:
        x = x * 2.0
        if tf.reduce_sum(x) > 20.0:
            break  # HYB211
    return x


def returns_a_value_or_nothing(x):
    if tf.reduce_sum(x) > 4.0:
        return x  # HYB211


def breaks_a_graph_loop(x):
    for _ in tf.range(5):
        x = x * 2.0
        if tf.reduce_sum(x) > 20.0:
            break
    return x


def continues_a_graph_loop(xs):
    total = tf.constant(0.0)
    for x in xs:
        if x > 3.0:
            continue
        total += x
    return total


def returns_in_both_branches(x):
    if tf.reduce_sum(x) > 4.0:
        return x
    else:
        return -x


def returns_in_one_branch_and_after(x):
    if tf.reduce_sum(x) > 4.0:
        return x
    return -x


def breaks_on_a_python_condition(x):
    for i in range(5):
        if i == 3:
            break
        x = x * 2.0
    return x


def returns_early_on_a_static_shape(x):
    if x.shape[0] == 1:
        return x
    return x * 2.0


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [returns_from_a_loop(one), returns_from_a_loop(two)],
    [breaks_a_python_loop(one), breaks_a_python_loop(two)],
    [breaks_an_endless_loop(one), breaks_an_endless_loop(two)],
    [returns_a_value_or_nothing(two), returns_a_value_or_nothing(one)],
    [breaks_a_graph_loop(one), breaks_a_graph_loop(two)],
    [continues_a_graph_loop(one), continues_a_graph_loop(two)],
    [returns_in_both_branches(one), returns_in_both_branches(two)],
    [returns_in_one_branch_and_after(one), returns_in_one_branch_and_after(two)],
    [breaks_on_a_python_condition(one), breaks_on_a_python_condition(two)],
    [returns_early_on_a_static_shape(one), returns_early_on_a_static_shape(two)],
]
