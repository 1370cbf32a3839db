# observed: same
# function: f
import tensorflow as tf


def f(x):
    for i in range(3):
        x = tf.map_fn(lambda v: v * i, x)
    return x


RESULT = f(tf.constant([2.0]))
