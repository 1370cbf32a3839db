# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.GradientTape() as t:
        t.watch(x)
        y = tf.numpy_function(lambda a: a * a, [x], tf.float32)
    g = t.gradient(y, x)
    return x if g is None else g
RESULT = [f(tf.constant(2.)), f(tf.constant(3.))]
