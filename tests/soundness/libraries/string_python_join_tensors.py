# observed: same
# function: f
import tensorflow as tf

def f(a, b):
    return '-'.join([a, b])
try:
    RESULT = f(tf.constant('a'), tf.constant('b'))
except TypeError:
    RESULT = 'no'
