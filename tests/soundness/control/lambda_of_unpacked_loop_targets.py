# observed: differs
# function: f
import tensorflow as tf


def f(x):
    fs = []
    for s, o in [(1.0, 2.0), (3.0, 4.0)]:
        fs.append(lambda v: v * s + o)
    for g in fs:
        x = g(x)
    return x


RESULT = f(tf.constant(2.0))
