# observed: same
# function: f
import tensorflow as tf

def f(n):
    total = 0.0
    for i in tf.range(n):
        total += tf.cast(i, tf.float32) * 0.5
    return total


RESULT = (f(tf.constant(5)), f(tf.constant(10)))
