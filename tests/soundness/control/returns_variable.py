# observed: differs
# function: f
import tensorflow as tf

v = tf.Variable(1.0)


def f(x):
    v.assign_add(x)
    return v


a = f(tf.constant(1.0))
b = f(tf.constant(1.0))
RESULT = (a, b)
