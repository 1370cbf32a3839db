# observed: differs
# function: f
import tensorflow as tf


def f(a, b):
    try:
        if tf.reduce_sum(a) > 0.0:
            a = a + b
    except Exception:
        a = a * 2.0
    return a


RESULT = [f(tf.ones(2), tf.ones(3)), f(-tf.ones(2), tf.ones(3))]
