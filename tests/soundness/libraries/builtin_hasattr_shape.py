# observed: same
# function: f
import tensorflow as tf

def f(x):
    if hasattr(x, 'shape'):
        return x * 2.
    return x
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
