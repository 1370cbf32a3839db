# observed: same
# function: f
import tensorflow as tf

w = tf.Variable(2.0)


def f(x):
    with tf.GradientTape() as t:
        y = w * x
        if y > 0:
            y = y + w * 0.1
    return t.gradient(y, w)


RESULT = [f(tf.constant(2.0)), f(tf.constant(-2.0))]
