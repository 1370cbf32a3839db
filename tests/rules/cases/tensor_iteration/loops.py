"""Iteration that Python does itself, and iteration that becomes a graph loop."""

import tensorflow as tf


def comprehends(xs):
    return tf.add_n([x * x for x in xs])  # HYB203


def enumerates(xs):
    total = 0.0
    for i, x in enumerate(xs):  # HYB203
        total += float(i) * x
    return total


def zips(xs, ys):
    total = 0.0
    for x, y in zip(xs, ys):  # HYB203
        total += x * y
    return total


def adds_with_sum(xs):
    return sum(xs)  # HYB203


def unpacks(xs):
    first, *rest = xs  # HYB203
    return first


def loops(xs):
    total = 0.0
    for x in xs:
        total += x
    return total


def loops_over_an_unstacked_list(xs):
    return tf.add_n([x * x for x in tf.unstack(xs)])


def comprehends_over_a_static_range(xs):
    return tf.add_n([xs[i] for i in range(3)])


def unpacks_a_tuple_of_tensors(pair):
    left, right = pair
    return left + right


def zips_lists_of_tensors(xs):
    parts = tf.split(xs, 3)
    return tf.add_n([a * b for a, b in zip(parts, reversed(parts))])


def unpacks_the_static_shape(xs):
    (size,) = xs.shape
    return xs * float(size)


one, two = tf.constant([1.0, 2.0, 3.0]), tf.constant([3.0, 2.0, 1.0])
RESULT = [
    [comprehends(one), comprehends(two)],
    [enumerates(one), enumerates(two)],
    [zips(one, two), zips(two, one)],
    [adds_with_sum(one), adds_with_sum(two)],
    [unpacks(one), unpacks(two)],
    [loops(one), loops(two)],
    [loops_over_an_unstacked_list(one), loops_over_an_unstacked_list(two)],
    [comprehends_over_a_static_range(one), comprehends_over_a_static_range(two)],
    [unpacks_a_tuple_of_tensors((one, two)), unpacks_a_tuple_of_tensors((two, one))],
    [zips_lists_of_tensors(one), zips_lists_of_tensors(two)],
    [unpacks_the_static_shape(one), unpacks_the_static_shape(two)],
]
