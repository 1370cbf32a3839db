# observed: same
# function: f
import tensorflow as tf


def f(x):
    fs = []
    for i in range(3):

        def g(v):
            return v * i

        fs.append(g)
    return [g(x) for g in fs]


RESULT = f(tf.constant(2.0))
