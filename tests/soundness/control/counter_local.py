# observed: same
# function: f
import tensorflow as tf
from collections import Counter


def f(x, words):
    counts = Counter(words)
    counts.update(["a"])
    return x * float(counts["a"])


RESULT = (f(tf.ones([2]), ("a", "b")), f(tf.ones([2]), ("b",)))
