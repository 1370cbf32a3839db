# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
m = tf.Variable(0.0)
def f(x):
    with tf.GradientTape() as tape:
        while tf.reduce_sum(x) < 10.0:
            x = x * w
        loss = tf.reduce_sum(x)
    g = tape.gradient(loss, w)
    if g is not None:
        m.assign(0.9 * m + g)
    return m.read_value()
RESULT = [f(tf.constant(1.0)), f(tf.constant(20.0))]
