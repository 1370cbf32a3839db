# observed: same
# function: f
import tensorflow as tf

def f(x, n):
    return x * (int(n) / 3)
RESULT = [f(tf.ones([2], tf.float64), tf.constant(2)), f(tf.ones([2], tf.float64), tf.constant(4))]
