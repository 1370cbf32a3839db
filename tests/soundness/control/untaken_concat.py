# observed: raises
# function: f
import tensorflow as tf


def f(x, y):
    if tf.shape(x)[1] == tf.shape(y)[1]:
        return tf.reduce_sum(tf.concat([x, y], 0))
    return tf.reduce_sum(x)


RESULT = [f(tf.ones((2, 2)), tf.ones((2, 3))), f(tf.ones((2, 2)), tf.ones((2, 2)))]
