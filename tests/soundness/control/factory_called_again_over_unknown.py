# observed: same
# function: step
import pickle

import tensorflow as tf


def train(k):
    scale = pickle.loads(pickle.dumps(float(k)))

    def step(x):
        return x * scale

    for _ in range(3):
        y = step(tf.ones([3]))
    return y


RESULT = []
for k in range(3):
    RESULT.append(train(k))
