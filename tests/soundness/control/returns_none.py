# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(0.0)


def f(x):
    v.assign(x)


r = f(tf.constant(3.0))
RESULT = (r is None, v)
