# observed: same
# function: f
import tensorflow as tf
import functools

def f(xs):
    return functools.reduce(lambda a, b: a + b, xs)
RESULT = [f([tf.ones([2]), tf.zeros([2])]), f([tf.ones([2])])]
