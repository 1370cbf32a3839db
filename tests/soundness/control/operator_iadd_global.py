# observed: differs
# function: f
import tensorflow as tf
import operator

rows = [1]


def f(x):
    operator.iadd(rows, [2])
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = rows
