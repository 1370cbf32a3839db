# observed: differs
# function: f
import tensorflow as tf


def f(a, b):
    try:
        y = a + b
    except ValueError:
        y = a * 3.0
    except Exception:
        y = a
    return y


RESULT = [f(tf.ones(2), tf.ones(3))]
