# observed: raises
# function: f
import tensorflow as tf


def f(x):
    try:
        return tf.debugging.check_numerics(x, "bad")
    except tf.errors.InvalidArgumentError:
        return tf.zeros_like(x)


RESULT = [f(tf.constant(1.0)), f(tf.constant(float("nan")))]
