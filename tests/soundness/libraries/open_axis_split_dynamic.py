# observed: same
# function: f
import tensorflow as tf

def f(x, n):
    a, b = tf.split(x, [n, 3 - n])
    return tf.reduce_sum(a) - tf.reduce_sum(b)
RESULT = [f(tf.ones([3]), tf.constant(1)), f(tf.ones([3]), tf.constant(2))]
