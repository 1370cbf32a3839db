# observed: raises
# function: f
import tensorflow as tf


def f(x):
    return tf.cond(tf.size(x) > 2, lambda: x[2], lambda: x[0])


RESULT = [f(tf.constant([1.0, 2.0])), f(tf.constant([1.0, 2.0, 3.0]))]
