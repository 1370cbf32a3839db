# observed: raises
# function: f
import tensorflow as tf


def f(a, b):
    try:
        tf.debugging.assert_positive(a)
        y = a + b
    except Exception:
        y = a * 2.0
    return y


RESULT = [f(tf.ones(2), tf.ones(3)), f(-tf.ones(2), tf.ones(3))]
