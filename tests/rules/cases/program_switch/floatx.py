"""A switch concerns every function of the program."""

import tensorflow as tf

tf.keras.backend.set_floatx("float64")  # HYB106? of scaled


def scaled(x):
    return x * 2.0


RESULT = [scaled(tf.constant(1.0)), scaled(tf.constant(2.0))]
