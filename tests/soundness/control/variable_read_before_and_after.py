# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(1.0)


def f(x):
    before = v + 0.0
    v.assign_add(x)
    after = v + 0.0
    return before, after


RESULT = (f(tf.constant(1.0)), f(tf.constant(1.0)), v)
