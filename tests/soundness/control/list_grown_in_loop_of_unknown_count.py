# observed: same
# function: f
import pickle

import tensorflow as tf

COUNT = pickle.loads(pickle.dumps(3))


def f(x):
    parts = []
    for i in range(COUNT):
        parts.append(x * 2.0)
    return tf.add_n(parts)


RESULT = [f(tf.ones([3])), f(tf.constant([2.0]))]
