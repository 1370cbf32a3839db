# observed: same
# function: f
import tensorflow as tf

a, b = tf.Variable(1.0), tf.Variable(2.0)


def f():
    old = a.read_value()
    a.assign(b)
    b.assign(old)
    return a - b


RESULT = (f(), f(), a, b)
