# observed: raises
# function: f
import tensorflow as tf


def f(x, n):
    i = tf.constant(0)
    while i < n:
        x = tf.matmul(x, x)
        i += 1
    return x


RESULT = [f(tf.ones((2, 3)), tf.constant(0))]
