# observed: same
# function: f
import tensorflow as tf

def f(a, b):
    l = tf.linalg.cholesky(a)
    return tf.linalg.cholesky_solve(l, b) + tf.linalg.solve(a, b)
RESULT = [f(tf.eye(2) * 2., tf.ones([2, 1])), f(tf.eye(2) * 3., tf.ones([2, 1]))]
