# observed: differs
# function: step
import tensorflow as tf

first = None


def step(x):
    return x * first["rate"]


RESULT = []
for i in range(3):
    box = {"rate": 1.0}
    if first is None:
        first = box
    first["rate"] = float(i)
    RESULT.append(step(tf.ones([2])))
