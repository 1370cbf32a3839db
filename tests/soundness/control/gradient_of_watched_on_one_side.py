# observed: differs
# function: f
import tensorflow as tf
def f(x, t):
    with tf.GradientTape() as tape:
        tape.watch(x)
        if t > 0:
            loss = x * 2.0
        else:
            loss = tf.constant(1.0)
    return tape.gradient(loss, x)
RESULT = [f(tf.constant(1.0), tf.constant(1)) is None, f(tf.constant(1.0), tf.constant(0)) is None]
