# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(2.0)
def f(x):
    y = tf.boolean_mask(x, x > 0)
    with tf.GradientTape() as tape:
        h = tf.reduce_sum(x)
        for t in tf.range(tf.shape(y)[0]):
            h += w
    return tape.gradient(h, w)
RESULT = [f(tf.constant([1.0])) is None, f(tf.constant([-1.0])) is None]
