# observed: same
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
def loss_of(x, t):
    if t > 0:
        return tf.reduce_sum(x) * w
    return tf.reduce_sum(w * x * 2.0)
def f(x, t):
    with tf.GradientTape() as tape:
        loss = loss_of(x, t)
    return tape.gradient(loss, w)
RESULT = [f(tf.constant(1.0), tf.constant(1)) is None, f(tf.constant(1.0), tf.constant(0)) is None]
