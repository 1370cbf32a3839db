# observed: differs
# function: f
import tensorflow as tf

def f(x):
    y = x ** 3
    return tf.gradients(y, x)[0]
try:
    RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
except RuntimeError:
    RESULT = 'eager'
