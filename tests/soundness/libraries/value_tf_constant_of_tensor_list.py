# observed: both-raise-other-type
# function: f
import tensorflow as tf

def f(a, b):
    return tf.constant([a, b]) * 2.
RESULT = [f(tf.constant(2.), tf.constant(3.)), f(tf.constant(1.), tf.constant(3.))]
