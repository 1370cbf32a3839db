# observed: differs
# function: f
import tensorflow as tf

def f(x, n):
    return x * 2.0 if n is True else x


RESULT = (f(tf.ones([2]), 1), f(tf.ones([2]), True))
