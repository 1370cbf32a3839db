# observed: raises
# function: f
import tensorflow as tf


def f(x):
    return tf.zeros(tf.sparse.to_dense(x).shape) + 1.0


RESULT = [f(tf.sparse.from_dense([[1.0, 0.0], [0.0, 2.0]])), f(tf.sparse.from_dense([[1.0, 1.0]]))]
