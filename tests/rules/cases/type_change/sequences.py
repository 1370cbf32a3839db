"""Sequences that come back as lists, and what named tuples hold."""

import collections

import tensorflow as tf

Pair = collections.namedtuple("Pair", ["left", "right"])


def returns_a_range(x):
    return x, range(3)


def returns_a_view(features):
    return features.values()


def returns_a_number_in_a_named_tuple(x):
    return Pair(x, 2)


def returns_a_list(features):
    return list(features.values())


def returns_a_named_tuple(x):
    return Pair(x, 2.0 * x)


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [returns_a_range(one), returns_a_range(two)],  # HYB309? of returns_a_range
    [returns_a_view({"a": one}), returns_a_view({"a": two})],  # HYB309? of returns_a_view
    [returns_a_list({"a": one}), returns_a_list({"a": two})],
    [returns_a_named_tuple(one), returns_a_named_tuple(two)],
    [returns_a_number_in_a_named_tuple(x) for x in (one, two)],  # HYB309? of returns_a_number_in_a_named_tuple
]
