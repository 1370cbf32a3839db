# observed: differs
# function: f
import tensorflow as tf
def f(t):
    n = 1
    if t > 0:
        n = 100000
    return tf.cast(n * n, tf.float32)
RESULT = [f(tf.constant(2.0)), f(tf.constant(-3.0))]
