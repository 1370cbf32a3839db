# observed: raises
# function: f
import tensorflow as tf


def f(a, b):
    try:
        return tf.matmul(a, b)
    except tf.errors.InvalidArgumentError:
        return tf.matmul(a, b, transpose_b=True)


RESULT = [f(tf.ones((2, 3)), tf.ones((2, 3)))]
