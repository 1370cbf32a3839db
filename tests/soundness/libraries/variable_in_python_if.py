# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(1.)
def f(x):
    if v > 1.5:
        y = x * 2.
    else:
        y = x
    v.assign_add(x)
    return y
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
