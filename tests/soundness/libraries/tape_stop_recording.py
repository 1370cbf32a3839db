# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.GradientTape() as t:
        t.watch(x)
        y = x * x
        with t.stop_recording():
            z = y * x
    return t.gradient(y, x) + z
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
