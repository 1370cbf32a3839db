# observed: raises
# function: f
import pickle

import tensorflow as tf

COUNT = pickle.loads(pickle.dumps(3))


def f(x):
    for i in range(tf.size(x)):
        if x[i] > 1.0:
            return x[i] * COUNT
    return x[0]


RESULT = [f(tf.constant([1.0, 2.0])), f(tf.constant([0.5, 0.25]))]
