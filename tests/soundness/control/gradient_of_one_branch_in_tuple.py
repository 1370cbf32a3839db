# observed: differs
# function: f
import tensorflow as tf

params = (tf.Variable(2.0), tf.Variable(1.0))


def f(x):
    w, b = params
    with tf.GradientTape() as tape:
        y = w * x
        if x > 0:
            y = y + b
    return tape.gradient(y, [w, b])


RESULT = [f(tf.constant(2.0)), f(tf.constant(-2.0))]
