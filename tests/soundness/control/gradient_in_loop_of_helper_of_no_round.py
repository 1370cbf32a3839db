# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
def power(x, n):
    y = x
    for _ in tf.range(n):
        y = y * w
    return y
def f(x, n):
    with tf.GradientTape() as tape:
        loss = power(x, n)
    return tape.gradient(loss, w)
RESULT = [f(tf.constant(1.0), tf.constant(0)) is None, f(tf.constant(1.0), tf.constant(2)) is None]
