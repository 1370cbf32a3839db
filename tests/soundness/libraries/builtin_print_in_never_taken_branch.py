# observed: same
# function: f
import tensorflow as tf

def f(x, verbose=False):
    if verbose:
        print('x')
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
