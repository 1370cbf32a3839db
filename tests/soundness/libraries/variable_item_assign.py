# observed: same
# function: f
import tensorflow as tf

v = tf.Variable([1., 2.])
def f(x):
    v[0].assign(x)
    return v * 1.
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
