# observed: raises
# function: f
import tensorflow as tf
import contextlib


def f(x):
    with contextlib.suppress(tf.errors.InvalidArgumentError):
        x = tf.gather(x, [7])
    return x


RESULT = [f(tf.constant([1.0]))]
