"""An option that makes graphs leave something out is a switch; one that makes them faster is none."""

import tensorflow as tf

tf.config.optimizer.set_experimental_options({"constant_folding": True, "debug_stripper": False})
tf.config.optimizer.set_experimental_options({"debug_stripper": True})  # HYB106? of shown


def shown(x):
    tf.print(x)
    return x * 2.0


RESULT = [shown(tf.constant(1.0)), shown(tf.constant(2.0))]
tf.config.optimizer.set_experimental_options({"debug_stripper": False})
