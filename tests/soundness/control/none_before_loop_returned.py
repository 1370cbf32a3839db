# observed: same
# function: f
import tensorflow as tf


def f(x):
    last = None
    for v in x:
        last = v * 2.0
    return last


RESULT = [f(tf.constant([1.0, 3.0, 2.0]))]
