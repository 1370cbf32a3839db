# observed: same
# function: f
import tensorflow as tf

def f(x, n):
    return tf.reduce_sum(tf.tile(x[None], [n, 1]), 0)
RESULT = [f(tf.ones([2]), tf.constant(2)), f(tf.ones([2]), tf.constant(3))]
