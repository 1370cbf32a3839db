# observed: same
# function: f
import tensorflow as tf

w = tf.Variable(2.0)
v = tf.Variable(3.0)


def f(x):
    return v * x if x > 0 else v * x * x


def gradient(x):
    with tf.GradientTape() as tape:
        y = f(x)
    return tape.gradient(y, v)


RESULT = [gradient(tf.constant(2.0)), gradient(tf.constant(-2.0))]
