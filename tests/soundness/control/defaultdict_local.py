# observed: same
# function: f
import tensorflow as tf
from collections import defaultdict


def f(xs, ks):
    d = defaultdict(list)
    for k, x in zip(ks, xs):
        d[k].append(x)
    return [tf.add_n(v) for v in d.values()]


RESULT = [f([tf.ones(2), tf.ones(2)], ("a", "b")), f([tf.ones(2), tf.ones(2)], ("a", "a"))]
