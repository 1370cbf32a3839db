# observed: differs
# function: f
import tensorflow as tf
from collections import Counter

counts = Counter()


def f(x):
    counts.update(["seen"])
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = dict(counts)
