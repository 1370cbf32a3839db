# observed: same
# function: f
import tensorflow as tf

@tf.custom_gradient
def clip(x):
    def grad(dy):
        return tf.clip_by_value(dy, -0.1, 0.1)
    return x * x, grad
def f(x):
    with tf.GradientTape() as t:
        t.watch(x)
        y = clip(x)
    return t.gradient(y, x)
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
