# observed: same
# function: f
import tensorflow as tf


def f(x):
    for i in range(3):
        scale = float(i)
        x = x + sum(x * scale for _ in range(2))
    return x


RESULT = f(tf.constant(2.0))
