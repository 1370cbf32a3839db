# observed: same
# function: f
import tensorflow as tf

def f(x):
    @tf.custom_gradient
    def g(v):
        return v * v, lambda dy: dy * 10.
    with tf.GradientTape() as t:
        t.watch(x)
        y = g(x)
    return t.gradient(y, x)
RESULT = [f(tf.constant(2.)), f(tf.constant(3.))]
