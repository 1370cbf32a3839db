# observed: same
# function: f
import tensorflow as tf

def f(x):
    for k in (1.0, 2.0):
        y = x * k
    return y


RESULT = (f(tf.ones([3])), f(tf.zeros([3])))
