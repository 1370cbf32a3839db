# observed: same
# function: f
import tensorflow as tf

a, b = tf.Variable(1.0), tf.Variable(2.0)


def f():
    x, y = a, b
    a.assign(y)
    b.assign(x)
    return a - b


RESULT = (f(), f(), a, b)
