"""Calls into the unknown, and calls that only look so."""

import os

import tensorflow as tf

try:
    import a_library_nobody_has as unknown
except ImportError:
    unknown = tf.math

operation = getattr(tf, os.environ.get("OPERATION", "square"))


def uses_an_unknown_library(x):
    return unknown.square(x)  # HYB102?


def calls_what_a_computed_name_gave(x):
    return operation(x)  # HYB102?


def looks_up_a_constant_name(x):
    return getattr(tf, "square")(x)


def calls_a_parameter(f, x):
    return f(x)


def calls_through_a_table(x):
    table = {"square": tf.square, "exp": tf.exp}
    return table["square"](x)


one, two = tf.constant(1.0), tf.constant(2.0)
RESULT = [
    [uses_an_unknown_library(one), uses_an_unknown_library(two)],
    [calls_what_a_computed_name_gave(one), calls_what_a_computed_name_gave(two)],
    [looks_up_a_constant_name(one), looks_up_a_constant_name(two)],
    [calls_a_parameter(tf.square, one), calls_a_parameter(tf.square, two)],
    [calls_through_a_table(one), calls_through_a_table(two)],
]
