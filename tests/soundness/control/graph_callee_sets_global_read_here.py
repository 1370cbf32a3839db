# observed: differs
# function: f
import tensorflow as tf

scale = 1.0


@tf.function
def helper(x):
    global scale
    scale = scale + 1.0
    return x * 2.0


def f(x):
    before = scale
    return helper(x) * before


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
