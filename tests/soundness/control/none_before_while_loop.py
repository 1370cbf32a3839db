# observed: differs
# function: f
import tensorflow as tf


def f(x):
    prev = None
    s = tf.constant(0.0)
    i = tf.constant(0)
    while i < 3:
        if prev is not None:
            s += x[i] - prev
        prev = x[i]
        i += 1
    return s


RESULT = [f(tf.constant([1.0, 3.0, 2.0]))]
