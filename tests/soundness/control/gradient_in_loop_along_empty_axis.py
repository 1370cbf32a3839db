# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(2.0)
def f(x):
    with tf.GradientTape() as tape:
        h = tf.reduce_sum(x)
        for t in tf.range(tf.shape(x)[0]):
            h += w
    return tape.gradient(h, w)
RESULT = [f(tf.zeros([0])) is None, f(tf.constant([-1.0, 2.0])) is None]
