# observed: differs
# function: step
import pickle

import tensorflow as tf

KEPT = []
SCALES = pickle.loads(pickle.dumps({}))


def train(k):
    SCALES["k"] = pickle.loads(pickle.dumps(float(k)))

    def step(x):
        return x * SCALES["k"]

    KEPT.append(step)
    return KEPT[0](tf.ones([3]))


RESULT = []
for k in range(3):
    RESULT.append(train(k))
