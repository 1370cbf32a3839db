# observed: same
# function: f
import tensorflow as tf

def f(x):
    import math

    return x * math.pi


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
