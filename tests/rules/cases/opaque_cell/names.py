"""Names bound by code nobody can read."""

from stat import *

import tensorflow as tf

later = tf.constant(3.0)


def reads_a_hidden_name(x):
    return x * float(ST_SIZE)  # HYB103?


def reads_a_name_bound_afterwards(x):
    return x * later


def reads_a_name_of_its_own(x):
    ST_SIZE = 2.0
    return x * ST_SIZE


def reads_a_parameter(x, ST_SIZE):
    return x * ST_SIZE


one, two = tf.constant(1.0), tf.constant(2.0)
RESULT = [
    [reads_a_hidden_name(one), reads_a_hidden_name(two)],
    [reads_a_name_bound_afterwards(one), reads_a_name_bound_afterwards(two)],
    [reads_a_name_of_its_own(one), reads_a_name_of_its_own(two)],
    [reads_a_parameter(one, 2.0), reads_a_parameter(two, 2.0)],
]
