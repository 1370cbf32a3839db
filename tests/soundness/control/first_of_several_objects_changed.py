# observed: differs
# function: step
import tensorflow as tf


class Box:
    def __init__(self):
        self.rate = 1.0


first = None


def step(x):
    return x * first.rate


RESULT = []
for i in range(3):
    box = Box()
    if first is None:
        first = box
    first.rate = float(i)
    RESULT.append(step(tf.ones([2])))
