# observed: same
# function: f
import tensorflow as tf

w = tf.Variable([3.0, 4.0])


def f(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(w * x)
    g = tape.gradient(loss, w)
    n = tf.norm(g)
    if n > 1.0:
        g = g / n
    w.assign_sub(g)
    return n


RESULT = [f(tf.constant([1.0, 1.0])), f(tf.constant([0.1, 0.1]))]
