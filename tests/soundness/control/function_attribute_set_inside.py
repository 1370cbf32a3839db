# observed: differs
# function: f
import tensorflow as tf

def helper(x):
    return x * helper.scale


helper.scale = 1.0


def f(x):
    helper.scale = helper.scale + 1.0
    return helper(x)


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
