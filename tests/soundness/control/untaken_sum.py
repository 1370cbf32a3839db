# observed: raises
# function: f
import tensorflow as tf


def f(x, y):
    if tf.size(x) == tf.size(y):
        x = x + y
    return tf.reduce_sum(x)


RESULT = [f(tf.ones(2), tf.ones(3)), f(tf.ones(2), tf.ones(2))]
