# observed: differs
# function: f
import tensorflow as tf
from collections import ChainMap

first = {}
both = ChainMap(first, {"a": 1.0})


def f(x):
    both["n"] = len(first)
    return x * both["a"]


f(tf.ones([2]))
first.clear()
f(tf.ones([2]))
RESULT = first
