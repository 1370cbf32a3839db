# observed: differs
# function: f
import tensorflow as tf

def helper(x):
    return x * helper.scale


helper.scale = 1.0


def f(x):
    return helper(x)


a = f(tf.ones([2]))
helper.scale = 2.0
RESULT = (a, f(tf.ones([2])))
