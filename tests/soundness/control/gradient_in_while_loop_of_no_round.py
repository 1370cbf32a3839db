# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
def f(x):
    with tf.GradientTape() as tape:
        (y,) = tf.while_loop(lambda y: y < 10.0, lambda y: [y * w], [x])
    return tape.gradient(y, w)
RESULT = [f(tf.constant(1.0)) is None, f(tf.constant(20.0)) is None]
