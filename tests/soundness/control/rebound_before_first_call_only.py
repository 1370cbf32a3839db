# observed: same
# function: f
import tensorflow as tf

scale = 1.0


def f(x):
    return x * scale


scale = 2.0
RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
