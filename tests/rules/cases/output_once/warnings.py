"""Warnings: given at each call, filtered for good, for a block, and collected."""

import warnings

import tensorflow as tf

x = tf.constant([1.0, 2.0])
seen = []


def warns(x):
    warnings.warn("as always", stacklevel=1)  # HYB302
    return x * 2.0


def silent_for_a_block(x):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return tf.sin(x) * 2.0


def filters_for_a_block(x):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        y = tf.cos(x)
    return y * 2.0


RESULT = []
with warnings.catch_warnings(record=True) as given:
    warnings.simplefilter("always")
    for _ in range(20):
        RESULT += [warns(x), silent_for_a_block(x), filters_for_a_block(x)]
seen += [str(each.message) for each in given if "as always" in str(each.message)]
