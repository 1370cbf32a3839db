# observed: same
# function: f
import tensorflow as tf

w = tf.Variable(2.0)


def f(x):
    with tf.GradientTape() as t:
        if x > 0:
            y = w * x
        else:
            y = w * x * x
    return t.gradient(y, w)


RESULT = [f(tf.constant(2.0)), f(tf.constant(-2.0))]
