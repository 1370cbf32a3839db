# observed: raises
# function: f
import tensorflow as tf

def f(a, b):
    return max(a, b)
RESULT = [f(tf.constant(1.), tf.constant(2.)), f(tf.constant(3.), tf.constant(2.))]
