# observed: raises
# function: f
import tensorflow as tf


def f(x, mode):
    if mode == 1:
        return tf.reduce_sum(tf.image.flip_left_right(x))
    return tf.reduce_sum(x)


RESULT = [f(tf.ones((2, 2)), tf.constant(0))]
