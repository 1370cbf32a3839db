"""Recursion that a tensor ends, and recursion that Python ends."""

import tensorflow as tf


def halves_until_small(x):
    if tf.reduce_sum(x) < 1.0:
        return x
    return halves_until_small(x / 2.0)  # HYB210


def counts_a_tensor_down(x, n):
    return x if n == 0 else counts_a_tensor_down(x * 2.0, n - 1)  # HYB210


def counts_a_number_down(x, n):
    if n == 0:
        return x
    return counts_a_number_down(x * 2.0, n - 1)


def walks_a_nested_list(tree):
    if isinstance(tree, list):
        return tf.add_n([walks_a_nested_list(branch) for branch in tree])  # HYB210?
    return tree * 2.0


def loops_until_small(x):
    while tf.reduce_sum(x) >= 1.0:
        x = x / 2.0
    return x


def recurses_on_the_rank(x):
    if len(x.shape) == 0:
        return x
    return recurses_on_the_rank(tf.reduce_sum(x, axis=0))


one, two = tf.constant([1.0, 2.0]), tf.constant([5.0, 6.0])
RESULT = [
    [halves_until_small(one), halves_until_small(two)],
    [counts_a_tensor_down(one, tf.constant(2)), counts_a_tensor_down(one, tf.constant(3))],
    [counts_a_number_down(one, 2), counts_a_number_down(two, 2)],
    [walks_a_nested_list([one, [two, one]]), walks_a_nested_list([two, [two, one]])],
    [loops_until_small(one), loops_until_small(two)],
    [recurses_on_the_rank(one), recurses_on_the_rank(two)],
]
