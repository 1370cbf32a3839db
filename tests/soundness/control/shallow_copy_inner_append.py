# observed: differs
# function: f
import tensorflow as tf
import copy

rows = [[1.0], [2.0]]


def f(x):
    shallow = copy.copy(rows)
    shallow[0].append(3.0)
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = rows
