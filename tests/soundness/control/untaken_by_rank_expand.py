# observed: same
# function: f
import tensorflow as tf


def f(x):
    if tf.rank(x) < 4:
        x = tf.expand_dims(x, 3)
    return tf.reduce_sum(x)


RESULT = [f(tf.ones((3, 2, 1, 1))), f(tf.ones((3, 2, 1)))]
