# observed: same
# function: f
import tensorflow as tf

def f(x, factors=[2.0, 3.0]):
    for factor in factors:
        x = x * factor
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
