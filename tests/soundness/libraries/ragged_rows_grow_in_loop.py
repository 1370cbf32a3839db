# observed: raises
# function: f
import tensorflow as tf


def f(x):
    for _ in tf.range(3):
        x = tf.concat([x, x], axis=0)
    return tf.reduce_sum(x, axis=1)


RESULT = [f(tf.ragged.constant([[1.0, 2.0], [3.0]])), f(tf.ragged.constant([[1.0], [2.0, 3.0]]))]
