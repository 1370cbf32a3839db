# observed: differs
# function: f
import tensorflow as tf

def inner(x):
    return x + 1.0


def helper(x):
    return inner(x)


def f(x):
    return helper(x)


a = f(tf.ones([2]))
inner = tf.square
RESULT = (a, f(tf.fill([2], 3.0)), f(tf.ones([2])))
