# observed: differs
# function: f
import tensorflow as tf
def f(t):
    n = 1
    while t > 0:
        n = n * 10
        t = t - 1
    return tf.cast(n, tf.float32)
RESULT = [f(tf.constant(2)), f(tf.constant(12))]
