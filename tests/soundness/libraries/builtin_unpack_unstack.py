# observed: same
# function: f
import tensorflow as tf

def f(x):
    a, b = tf.unstack(x)
    return a + b
RESULT = [f(tf.constant([1., 2.])), f(tf.constant([3., 4.]))]
