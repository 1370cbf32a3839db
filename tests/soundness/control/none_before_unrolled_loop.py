# observed: same
# function: f
import tensorflow as tf


def f(x):
    h = None
    for t in range(3):
        if h is None:
            h = tf.zeros((1, 2))
        h = h + x[:, t]
    return h


RESULT = [f(tf.ones((1, 3, 2)))]
