# observed: same
# function: f
import tensorflow as tf

def f(v, x):
    return v * x
RESULT = [f(tf.Variable(1.), tf.constant(1.)), f(tf.Variable(3.), tf.constant(2.))]
