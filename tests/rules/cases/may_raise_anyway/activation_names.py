"""A name that is no activation's is refused when the activation is looked for."""

import keras
import tensorflow as tf


def activated(x, name):
    return keras.activations.get(name)(x)  # HYB107?


def activated_by_a_known_name(x, name):
    return keras.activations.get(name)(x)


x = tf.constant([-1.0, 0.5, 2.0])
try:
    activated(x, "nonsense")
except ValueError:
    pass
RESULT = [activated_by_a_known_name(x, name) for name in ("gelu", "hard_swish", "exponential", "mish")]
