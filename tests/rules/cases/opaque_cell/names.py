"""Names bound by code nobody can read."""

import tensorflow as tf

rate = tf.constant(0.5)
exec("hidden = tf.constant(2.0)")
later = tf.constant(3.0)


def reads_a_hidden_name(x):
    return x * hidden  # HYB103?


def reads_a_name_bound_afterwards(x):
    return x * later


def reads_a_name_of_its_own(x):
    hidden = 2.0
    return x * hidden


def reads_a_parameter(x, hidden):
    return x * hidden


one, two = tf.constant(1.0), tf.constant(2.0)
RESULT = [
    [reads_a_hidden_name(one), reads_a_hidden_name(two)],
    [reads_a_name_bound_afterwards(one), reads_a_name_bound_afterwards(two)],
    [reads_a_name_of_its_own(one), reads_a_name_of_its_own(two)],
    [reads_a_parameter(one, 2.0), reads_a_parameter(two, 2.0)],
]
