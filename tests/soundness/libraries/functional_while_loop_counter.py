# observed: same
# function: f
import tensorflow as tf

def f(x, n):
    i = tf.constant(0)
    return tf.while_loop(lambda i, y: i < n, lambda i, y: (i + 1, y * 2.), [i, x])[1]
RESULT = [f(tf.ones([2]), tf.constant(2)), f(tf.ones([2]), tf.constant(3))]
