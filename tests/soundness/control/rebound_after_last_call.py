# observed: same
# function: f
import tensorflow as tf

scale = 1.0


def f(x):
    return x * scale


a = f(tf.ones([2]))
b = f(tf.ones([2]))
scale = 2.0
RESULT = (a, b)
