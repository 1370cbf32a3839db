# observed: differs
# function: f
import tensorflow as tf
from collections import defaultdict

d = defaultdict(int)


def f(x, k):
    d[k] += 1
    return x * 2.0


for k in "aba":
    f(tf.ones(2), k)
