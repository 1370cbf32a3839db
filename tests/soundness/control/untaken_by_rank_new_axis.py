# observed: same
# function: f
import tensorflow as tf


def f(x):
    if tf.rank(x) == 1:
        x = x[None, :]
    return tf.matmul(x, tf.ones((2, 2)))


RESULT = [f(tf.ones(2)), f(tf.ones((3, 2)))]
