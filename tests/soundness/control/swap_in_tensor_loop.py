# observed: same
# function: f
import tensorflow as tf

def f(n):
    a, b = tf.constant(0), tf.constant(1)
    for _ in tf.range(n):
        a, b = b, a + b
    return a


RESULT = (f(tf.constant(5)), f(tf.constant(10)))
