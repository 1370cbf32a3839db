# observed: same
# function: f
import tensorflow as tf


def f(x):
    k = 1.0
    if x.shape.rank == 0:
        k = 2.0
        g = lambda v: v * k
    x = x + k
    k = 3.0
    return g(x)


RESULT = f(tf.constant(2.0))
