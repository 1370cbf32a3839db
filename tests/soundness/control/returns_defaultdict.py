# observed: same
# function: f
import tensorflow as tf
from collections import defaultdict


def f(x):
    table = defaultdict(list)
    table["a"].append(x)
    return table


RESULT = f(tf.ones([2]))["a"][0]
