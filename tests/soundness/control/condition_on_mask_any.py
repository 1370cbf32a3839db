# observed: same
# function: f
import tensorflow as tf

def f(x):
    if tf.reduce_any(x > 0.0):
        x = x * 2.0
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
