"""Two definitions of one name are two definitions."""

import tensorflow as tf


def scaled(x):  # HYB101?
    return x * 2.0


def scaled(x):
    return x * 3.0


def shifted(x):
    return x + 2.0


first = [shifted(tf.constant(1.0)), shifted(tf.constant(3.0))]


def shifted(x):
    return x + 3.0


RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(2.0)), shifted(tf.constant(1.0)), shifted(tf.constant(2.0))]
