# observed: differs
# function: f
import tensorflow as tf

w = tf.Variable(2.0)
v = tf.Variable(3.0)


def f(x):
    with tf.GradientTape() as tape:
        y = tf.switch_case(tf.cast(x > 0, tf.int32), [lambda: v * x, lambda: w * x])
    return tape.gradient(y, v)


RESULT = [f(tf.constant(2.0)) is None, f(tf.constant(-2.0)) is None]
