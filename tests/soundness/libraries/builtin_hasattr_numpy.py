# observed: differs
# function: f
import tensorflow as tf

def f(x):
    if hasattr(x, 'numpy'):
        return x * 2.
    return x
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
