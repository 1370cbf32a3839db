# observed: same
# function: f
import tensorflow as tf
import itertools


def f(x):
    counter = itertools.count(1)
    return x * float(next(counter)) + float(next(counter))


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
