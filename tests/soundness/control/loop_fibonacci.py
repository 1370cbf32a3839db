# observed: differs
# function: f
import tensorflow as tf
def f(t):
    a, b = 0, 1
    for i in tf.range(t):
        a, b = b, a + b
    return tf.cast(a, tf.float32)
RESULT = [f(tf.constant(2)), f(tf.constant(50))]
