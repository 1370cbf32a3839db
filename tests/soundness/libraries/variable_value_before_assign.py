# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(1.)
def f(x):
    old = v.read_value()
    v.assign_add(x)
    return old * 2.
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
