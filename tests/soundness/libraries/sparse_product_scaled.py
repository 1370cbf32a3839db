# observed: same
# function: f
import tensorflow as tf


def f(x, w):
    scaled = tf.square(x) * 2.0
    return tf.sparse.sparse_dense_matmul(scaled, w), tf.sparse.to_dense(scaled), tf.sparse.reduce_sum(scaled, axis=1)


one = tf.sparse.from_dense([[1.0, 0.0], [0.0, 2.0]])
RESULT = [f(one, tf.ones([2, 3])), f(tf.sparse.from_dense([[3.0, 1.0]]), tf.ones([2, 3]))]
