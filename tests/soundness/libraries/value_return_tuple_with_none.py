# observed: same
# function: f
import tensorflow as tf

def f(x):
    return x * 2., None
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
