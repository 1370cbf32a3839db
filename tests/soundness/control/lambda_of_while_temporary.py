# observed: differs
# function: f
import tensorflow as tf


def f(x):
    fs = []
    i = 0
    while i < 3:
        i += 1
        j = i * 2.0
        fs.append(lambda v: v * j)
    return [g(x) for g in fs]


RESULT = f(tf.constant(2.0))
