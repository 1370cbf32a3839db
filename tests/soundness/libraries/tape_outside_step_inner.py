# observed: same
# function: f
import tensorflow as tf

v = tf.Variable(2.)
def f(x):
    return x * v ** 2
with tf.GradientTape() as tape:
    y = f(tf.constant(3.))
RESULT = tape.gradient(y, v)
