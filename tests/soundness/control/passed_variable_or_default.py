# observed: differs
# function: f
import tensorflow as tf

w = tf.Variable(2.0)
v = tf.Variable(3.0)


def f(x, var=w):
    var.assign_add(x)
    return w + x


RESULT = [f(tf.constant(1.0)), f(tf.constant(1.0), v), w, v]
