# observed: same
# function: f
import tensorflow as tf

scale = 2


def f(x):
    return x * scale


a = f(tf.ones([2]))
scale = 5
RESULT = (a, f(tf.ones([2], tf.int32)))
