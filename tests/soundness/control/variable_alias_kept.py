# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(1.0)


def f(x):
    kept = v
    v.assign_add(x)
    return kept * 1.0


RESULT = (f(tf.constant(1.0)), f(tf.constant(1.0)), v)
