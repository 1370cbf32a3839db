# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(2.0)


def f(x):
    with tf.GradientTape() as tape:
        loss = x * v
        if loss > 1.0:
            loss = loss * 2.0
    return tape.gradient(loss, v)


RESULT = (f(tf.constant(1.0)), f(tf.constant(0.1)))
