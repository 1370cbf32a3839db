# observed: differs
# function: f
import tensorflow as tf

a = tf.Variable(1.0)
b = tf.Variable(2.0)


def f(t):
    if t > 0:
        v = a
    else:
        v = b
    return [v, t]


r = f(tf.constant(1.0))[0]
a.assign(5.0)
RESULT = r + 0
