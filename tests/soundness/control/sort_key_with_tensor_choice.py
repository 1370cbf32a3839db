# observed: raises
# function: f
import tensorflow as tf

def weight(pair):
    if tf.reduce_sum(pair[1]) > 1.0:
        return 1.0
    return 2.0


def f(x):
    pairs = sorted([("a", x), ("b", x * 2.0)], key=lambda pair: pair[0])
    return pairs[0][1] * 2.0 + functools.reduce(combine, [x, x])


def combine(a, b):
    if tf.reduce_sum(a) > 1.0:
        return a + b
    return a - b


import functools

RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
