# observed: differs
# function: f
import tensorflow as tf


def f(x):
    h, w = x.shape[0], x.shape[1]
    return h, w


h, w = f(tf.ones((2, 3)))
grid = [[0] * w for _ in range(h)]
