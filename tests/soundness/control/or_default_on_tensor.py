# observed: raises
# function: f
import tensorflow as tf

def f(x, y):
    y = y or 1.0
    return x * y


RESULT = (f(tf.ones([2]), tf.constant(2.0)), f(tf.ones([2]), tf.constant(0.0)))
