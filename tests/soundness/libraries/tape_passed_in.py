# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(2.)
def f(tape, x):
    y = x * v ** 2
    return tape.gradient(y, v)
def outer(x):
    with tf.GradientTape() as tape:
        pass
    with tf.GradientTape(persistent=True) as t:
        t.watch(v)
        z = f(t, x)
    return z
RESULT = [outer(tf.constant(1.)), outer(tf.constant(2.))]
