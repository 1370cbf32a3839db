# observed: same
# function: f
import tensorflow as tf

def f(v, x):
    v.assign(x)
    return v + 1.
v = tf.Variable(1.)
RESULT = [f(v, tf.constant(1.)), f(v, tf.constant(2.))]
