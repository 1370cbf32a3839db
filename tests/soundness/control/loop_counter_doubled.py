# observed: differs
# function: f
import tensorflow as tf
def f(t):
    n = 1
    for i in range(t):
        n = n + n
    return tf.cast(n, tf.float32)
RESULT = [f(tf.constant(5)), f(tf.constant(40))]
