# observed: same
# function: f
import tensorflow as tf

def f(s, x):
    if s == b'a':
        return x
    else:
        return -x
RESULT = [f(tf.constant('a'), tf.ones([1])), f(tf.constant('b'), tf.ones([1]))]
