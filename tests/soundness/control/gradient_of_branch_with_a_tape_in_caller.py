# observed: differs
# function: f
import tensorflow as tf

w = tf.Variable(2.0)
v = tf.Variable(3.0)


def f(x):
    y = w * x
    if x > 0:
        with tf.GradientTape() as inner:
            z = v * w * x
        y = 2.0 * inner.gradient(z, w)
    return y


def gradient(x):
    with tf.GradientTape() as tape:
        y = f(x)
    return tape.gradient(y, v)


RESULT = [gradient(tf.constant(2.0)) is None, gradient(tf.constant(-2.0)) is None]
