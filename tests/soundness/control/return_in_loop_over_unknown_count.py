# observed: same
# function: f
import pickle

import tensorflow as tf

ITEMS = pickle.loads(pickle.dumps([2.0, 3.0]))


def f(x):
    for i in range(len(ITEMS)):
        if isinstance(ITEMS, list):
            return x * ITEMS[i]
    return x


RESULT = [f(tf.ones([3])), f(tf.constant([2.0]))]
