# observed: raises
# function: f
import tensorflow as tf


def f(x):
    if tf.shape(x)[0] < 4:
        x = tf.pad(x, [[0, 4 - tf.shape(x)[0]]])
    return tf.reduce_sum(x)


RESULT = [f(tf.ones(3)), f(tf.ones(6))]
