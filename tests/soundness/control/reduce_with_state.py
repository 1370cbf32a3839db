# observed: differs
# function: f
import tensorflow as tf
import functools

calls = []


def combine(a, b):
    calls.append(1)
    return a + b


def f(x):
    return functools.reduce(combine, [x, x, x])


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = len(calls)
