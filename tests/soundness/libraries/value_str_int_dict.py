# observed: differs
# function: f
import tensorflow as tf

def f(x, n):
    return x * {'2': 1., '0': 5.}.get(str(int(n)), 7.)
RESULT = [f(tf.ones([2]), tf.constant(2)), f(tf.ones([2]), tf.constant(0))]
