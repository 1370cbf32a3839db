# observed: same
# function: f
import tensorflow as tf


def f(x):
    for i in range(3):
        scale = float(i)
        terms = (x * scale for _ in range(2))
        x = x + tf.add_n(list(terms))
    return x


RESULT = f(tf.constant(2.0))
