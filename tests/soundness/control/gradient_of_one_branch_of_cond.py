# observed: differs
# function: f
import tensorflow as tf

w = tf.Variable(2.0)
v = tf.Variable(3.0)


def f(x):
    with tf.GradientTape() as tape:
        y = tf.cond(x > 0, lambda: w * x, lambda: v * x)
    return tape.gradient(y, v)


RESULT = [f(tf.constant(2.0)) is None, f(tf.constant(-2.0)) is None]
