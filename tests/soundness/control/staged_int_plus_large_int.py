# observed: differs
# function: f
import tensorflow as tf
def f(t):
    n = 1
    if t > 0:
        n = 2
    return tf.cast(n + 2 ** 40, tf.float32)
RESULT = [f(tf.constant(2.0)), f(tf.constant(-3.0))]
