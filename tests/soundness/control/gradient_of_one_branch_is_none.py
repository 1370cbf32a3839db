# observed: differs
# function: f
import tensorflow as tf

w = tf.Variable(2.0)
v = tf.Variable(3.0)


def f(x):
    with tf.GradientTape() as t:
        if x > 0:
            y = w * x
        else:
            y = v * x
    g = t.gradient(y, v)
    return g


RESULT = [f(tf.constant(2.0)) is None, f(tf.constant(-2.0)) is None]
