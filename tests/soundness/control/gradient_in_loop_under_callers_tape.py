# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
def f(x, n):
    y = x
    for _ in tf.range(n):
        y = y * w
    return y
def g(n):
    with tf.GradientTape() as tape:
        loss = f(tf.constant(2.0), n)
    return tape.gradient(loss, w)
RESULT = [g(tf.constant(0)) is None, g(tf.constant(2)) is None]
