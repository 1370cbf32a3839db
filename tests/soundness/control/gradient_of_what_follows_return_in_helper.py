# observed: differs
# function: loss_of
import tensorflow as tf
w = tf.Variable(3.0)
def loss_of(x, t):
    if t > 0:
        return tf.reduce_sum(x)
    return tf.reduce_sum(w * x)
def f(x, t):
    with tf.GradientTape() as tape:
        loss = loss_of(x, t)
    return tape.gradient(loss, w)
RESULT = [f(tf.constant(1.0), tf.constant(1)) is None, f(tf.constant(1.0), tf.constant(0)) is None]
