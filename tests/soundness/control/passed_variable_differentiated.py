# observed: differs
# function: f
import tensorflow as tf

w = tf.Variable(2.0)
b = tf.Variable(1.0)


def f(var, x):
    with tf.GradientTape() as tape:
        loss = (w * x + b - 3.0) ** 2
    return tape.gradient(loss, var)


RESULT = [f(w, tf.constant(2.0)), f(b, tf.constant(2.0)), f(w, tf.constant(1.0))]
