# observed: same
# function: f
import tensorflow as tf

w = tf.Variable(2.0)
v = tf.Variable(3.0)


def f(x):
    with tf.GradientTape() as tape:
        y = tf.case([(x > 0, lambda: v * x), (x > -1, lambda: v + x)], default=lambda: v * v)
    return tape.gradient(y, v)


RESULT = [f(tf.constant(2.0)), f(tf.constant(-2.0))]
