# observed: same
# function: f
import tensorflow as tf


def f(x):
    last = None
    s = tf.constant(0.0)
    for v in x:
        last = v * 2.0
        s += last
    return s


RESULT = [f(tf.constant([1.0, 3.0, 2.0]))]
