# observed: same
# function: f
import tensorflow as tf
import collections

def f(xs):
    d = collections.defaultdict(list)
    for i, x in enumerate(xs):
        d[i % 2].append(x)
    return tf.add_n(d[0])
RESULT = [f([tf.ones([2])] * 3), f([tf.zeros([2])] * 3)]
