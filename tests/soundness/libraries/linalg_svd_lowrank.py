# observed: same
# function: f
import tensorflow as tf

def f(a):
    s, u, v = tf.linalg.svd(a)
    return tf.matmul(u[:, :1] * s[:1], v[:, :1], transpose_b=True)
RESULT = [f(tf.constant([[1., 2.], [3., 4.]])), f(tf.eye(2))]
