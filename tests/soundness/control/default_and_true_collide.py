# observed: differs
# function: f
import tensorflow as tf

def f(x, k=1):
    return x * 2.0 if k is True else x


RESULT = (f(tf.ones([2])), f(tf.ones([2]), k=True))
