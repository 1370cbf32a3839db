# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(2.)
def f(x):
    with tf.GradientTape() as t:
        y = x * v
    return t.gradient(y, t.watched_variables())[0]
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
