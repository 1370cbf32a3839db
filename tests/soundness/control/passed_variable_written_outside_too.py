# observed: differs
# function: f
import tensorflow as tf

w = tf.Variable(2.0)
b = tf.Variable(1.0)


def f(var, x):
    w.assign_add(x)
    return var * 2.0


RESULT = [f(w, tf.constant(2.0)), f(b, tf.constant(2.0)), f(b, tf.constant(1.0))]
