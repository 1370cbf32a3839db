# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
def f(x, t):
    with tf.GradientTape() as tape:
        penalty = w * w
        loss = x * 1.0
        if t > 0:
            loss = loss + penalty
    return tape.gradient(loss, w)
RESULT = [f(tf.constant(1.0), tf.constant(1)) is None, f(tf.constant(1.0), tf.constant(0)) is None]
