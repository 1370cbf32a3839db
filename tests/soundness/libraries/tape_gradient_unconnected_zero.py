# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(2.)
def f(x):
    with tf.GradientTape() as t:
        y = x * x
    return t.gradient(y, v, unconnected_gradients=tf.UnconnectedGradients.ZERO)
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
