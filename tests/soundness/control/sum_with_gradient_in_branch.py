# observed: differs
# function: f
import tensorflow as tf

w = tf.Variable([1.0, 2.0])


def f(x, t):
    y = x
    if t > 0:
        with tf.GradientTape() as tape:
            l = tf.reduce_sum(w * y)
        y = y + tape.gradient(l, w)
    return y


RESULT = [f(tf.ones([2]), tf.constant(1.0)), f(-tf.ones([2]), tf.constant(-1.0))]
