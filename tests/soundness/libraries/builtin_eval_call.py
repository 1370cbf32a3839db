# observed: same
# function: f
import tensorflow as tf

def f(x):
    return eval('x * 2.')
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
