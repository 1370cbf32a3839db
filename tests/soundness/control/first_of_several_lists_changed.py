# observed: differs
# function: step
import tensorflow as tf

first = None


def step(x):
    return x * first[-1]


RESULT = []
for i in range(3):
    box = [1.0]
    if first is None:
        first = box
    first.append(float(i))
    RESULT.append(step(tf.ones([2])))
