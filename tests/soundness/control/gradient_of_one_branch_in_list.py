# observed: differs
# function: f
import tensorflow as tf

params = [tf.Variable(2.0), tf.Variable(1.0)]


def f(x):
    with tf.GradientTape() as tape:
        y = params[0] * x
        if x > 0:
            y = y + params[1]
    return tape.gradient(y, params)


RESULT = [f(tf.constant(2.0)), f(tf.constant(-2.0))]
