# observed: differs
# function: f
import tensorflow as tf

v = tf.Variable(1.0)


def f(x):
    return v.assign_add(x)


a = f(tf.constant(1.0))
b = f(tf.constant(1.0))
RESULT = (a, b)
