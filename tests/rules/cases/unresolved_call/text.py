"""Text that is run may do anything."""

import tensorflow as tf


def runs_text(x):
    return eval("x + 1.0")  # HYB102?


RESULT = [runs_text(tf.constant(1.0)), runs_text(tf.constant(2.0))]
