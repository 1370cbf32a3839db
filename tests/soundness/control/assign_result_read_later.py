# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(1.0)


def f(x):
    first = v.assign_add(x)
    second = v.assign_add(x)
    return first + second


RESULT = (f(tf.constant(1.0)), v)
