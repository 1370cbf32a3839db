# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(2.0)
def f(x):
    with tf.GradientTape() as tape:
        h = tf.reduce_sum(x)
        x = x[:, 1:]
        for t in tf.range(tf.shape(x)[1]):
            h += w
    return tape.gradient(h, w)
RESULT = [f(tf.ones([2, 1])) is None, f(tf.ones([2, 3])) is None]
