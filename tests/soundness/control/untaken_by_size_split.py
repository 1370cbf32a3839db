# observed: raises
# function: f
import tensorflow as tf


def f(x):
    if tf.shape(x)[0] % 2 == 0:
        a, b = tf.split(x, 2)
        return tf.reduce_sum(a * b)
    return tf.reduce_sum(x)


RESULT = [f(tf.ones(3)), f(tf.ones(4))]
