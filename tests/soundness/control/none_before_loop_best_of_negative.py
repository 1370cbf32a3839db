# observed: differs
# function: f
import tensorflow as tf


def f(x):
    best = None
    for i in tf.range(3):
        if best is None:
            best = x[i]
        else:
            best = tf.maximum(best, x[i])
    return best


RESULT = [f(tf.constant([-1.0, -3.0, -2.0]))]
