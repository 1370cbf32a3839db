# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.GradientTape() as t:
        t.watch(x)
        y = tf.py_function(lambda a: a * a, [x], tf.float32)
    return t.gradient(y, x)
RESULT = [f(tf.constant(2.)), f(tf.constant(3.))]
