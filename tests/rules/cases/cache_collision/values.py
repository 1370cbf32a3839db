"""Values that are equal but not the same."""

import tensorflow as tf


def divides_by_int_or_float(x, by):  # HYB310
    return x if isinstance(by, float) else -x


def takes_one_or_true(x, flag):  # HYB310
    return x * 2.0 if flag is True else x


def takes_two_floats(x, by):
    return x if isinstance(by, float) else -x


def takes_int_and_another_float(x, by):
    return x if isinstance(by, float) else -x


def takes_true_and_false(x, flag):
    return x * 2.0 if flag is True else x


one = tf.constant([1.0, 2.0])
RESULT = [
    [divides_by_int_or_float(one, 2), divides_by_int_or_float(one, 2.0)],
    [takes_one_or_true(one, 1), takes_one_or_true(one, True)],
    [takes_two_floats(one, 2.0), takes_two_floats(one, 3.0)],
    [takes_int_and_another_float(one, 2), takes_int_and_another_float(one, 3.0)],
    [takes_true_and_false(one, True), takes_true_and_false(one, False)],
]
