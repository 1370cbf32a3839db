# observed: same
# function: f
import tensorflow as tf
import copy

rows = [[1.0], [2.0]]


def f(x):
    deep = copy.deepcopy(rows)
    deep[0].append(3.0)
    return x + deep[0][1]


RESULT = (f(tf.ones([2])), f(tf.ones([2])), rows)
