# observed: differs
# function: f
import tensorflow as tf
from collections import defaultdict

table = defaultdict(float)


def f(x, key):
    return x + table[key]


f(tf.ones([2]), "a")
del table["a"]
f(tf.ones([2]), "a")
RESULT = dict(table)
