# observed: differs
# function: f
import tensorflow as tf
import bisect

keys = []


def f(x, p):
    bisect.insort(keys, p)
    return x


f(tf.ones(2), 1)
f(tf.ones(2), 1)
n = len(keys)
