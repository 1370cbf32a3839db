# observed: raises
# function: f
import tensorflow as tf


def f(x):
    if tf.rank(x) == 3:
        x = tf.transpose(x, [0, 2, 1])
    return tf.reduce_sum(x)


RESULT = [f(tf.ones((3, 2))), f(tf.ones((3, 2, 1)))]
