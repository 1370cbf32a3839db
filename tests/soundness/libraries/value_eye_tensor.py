# observed: same
# function: f
import tensorflow as tf

def f(n):
    return tf.eye(n) * 2.
RESULT = [f(tf.constant(2)), f(tf.constant(3))]
