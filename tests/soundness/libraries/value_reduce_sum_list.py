# observed: same
# function: f
import tensorflow as tf

def f(a, b):
    return tf.reduce_sum([a, b, 1.])
RESULT = [f(tf.constant(2.), tf.constant(3.)), f(tf.constant(1.), tf.constant(3.))]
