# observed: differs
# function: checked
import contextlib

import tensorflow as tf


@contextlib.contextmanager
def options(changed):
    tf.config.optimizer.set_experimental_options(changed)
    try:
        yield
    finally:
        tf.config.optimizer.set_experimental_options({name: False for name in changed})


def checked(x):
    tf.debugging.check_numerics(x, "not a number")
    return x


RESULT = []
with options({"debug_stripper": True}):
    for number in (1.0, float("inf")):
        try:
            RESULT.append(checked(tf.constant(number)))
        except tf.errors.InvalidArgumentError:
            RESULT.append(-1.0)
