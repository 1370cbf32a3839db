# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.GradientTape() as tape:
        y = tf.reduce_sum(x ** 2)
    g = tape.gradient(y, x)
    if g is None:
        return x
    return g
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
