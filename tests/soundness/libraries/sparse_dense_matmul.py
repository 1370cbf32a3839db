# observed: same
# function: f
import tensorflow as tf

def f(s, d):
    return tf.sparse.sparse_dense_matmul(s, d)
s = tf.sparse.from_dense([[1., 0.], [0., 2.]])
RESULT = [f(s, tf.ones([2, 1])), f(s, tf.zeros([2, 1]))]
