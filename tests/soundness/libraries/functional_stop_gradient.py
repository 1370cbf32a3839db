# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.GradientTape() as t:
        t.watch(x)
        y = x * tf.stop_gradient(x)
    return t.gradient(y, x)
RESULT = [f(tf.constant(2.)), f(tf.constant(3.))]
