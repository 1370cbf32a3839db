# observed: differs
# function: f
import tensorflow as tf
import itertools

c = itertools.count()
def f(x):
    return x * float(next(c))
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
