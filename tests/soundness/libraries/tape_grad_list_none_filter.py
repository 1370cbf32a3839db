# observed: same
# function: f
import tensorflow as tf

v, w = tf.Variable(2.), tf.Variable(1.)
def f(x):
    with tf.GradientTape() as t:
        y = x * v
    g = t.gradient(y, [v, w])
    return tf.add_n([a for a in g if a is not None])
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
