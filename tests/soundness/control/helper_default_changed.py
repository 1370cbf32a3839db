# observed: differs
# function: f
import tensorflow as tf

settings = [1.0]


def helper(x, held=settings):
    return x * held[0]


def f(x):
    return helper(x)


a = f(tf.ones([2]))
settings[0] = 4.0
RESULT = (a, f(tf.ones([2])))
