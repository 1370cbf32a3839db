"""What the branches of a tensor condition leave behind."""

import tensorflow as tf


def leaves_int_or_float(x):
    if tf.reduce_sum(x) > 4.0:  # HYB212
        factor = 2
    else:
        factor = 0.5
    return x * tf.cast(factor, tf.float32)


def leaves_none(x):
    if tf.reduce_sum(x) > 4.0:  # HYB212
        y = x
    else:
        y = None
    return x if y is None else y * 2.0


def leaves_it_undefined(x):
    if tf.reduce_sum(x) > 0.0:  # HYB212
        y = x * 2.0
    return y


def leaves_lists_of_other_lengths(x):
    if tf.reduce_sum(x) > 4.0:  # HYB212
        parts = [x, x]
    else:
        parts = [x]
    return tf.add_n(parts)


def leaves_two_floats(x):
    if tf.reduce_sum(x) > 4.0:
        factor = 2.0
    else:
        factor = 0.5
    return x * factor


def leaves_other_shapes(x):
    if tf.reduce_sum(x) > 4.0:
        y = x
    else:
        y = tf.reduce_sum(x)
    return tf.reduce_sum(y)


def defines_before(x):
    y = x
    if tf.reduce_sum(x) > 4.0:
        y = x * 2.0
    return y


def does_not_read_it_afterwards(x):
    if tf.reduce_sum(x) > 4.0:
        unused = 1
    else:
        unused = 0.5
    return x


def has_a_python_condition(x, flag):
    if flag:
        y = x
    else:
        y = None
    return x if y is None else y * 2.0


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [leaves_int_or_float(one), leaves_int_or_float(two)],
    [leaves_none(one), leaves_none(two)],
    [leaves_it_undefined(one), leaves_it_undefined(two)],
    [leaves_lists_of_other_lengths(one), leaves_lists_of_other_lengths(two)],
    [leaves_two_floats(one), leaves_two_floats(two)],
    [leaves_other_shapes(one), leaves_other_shapes(two)],
    [defines_before(one), defines_before(two)],
    [does_not_read_it_afterwards(one), does_not_read_it_afterwards(two)],
    [has_a_python_condition(one, True), has_a_python_condition(two, False)],
]
