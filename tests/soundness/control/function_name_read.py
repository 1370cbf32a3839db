# observed: same
# function: f
import tensorflow as tf

def f(x, y):
    return x + y


RESULT = (f(tf.ones([2]), 1.0), f.__name__)
