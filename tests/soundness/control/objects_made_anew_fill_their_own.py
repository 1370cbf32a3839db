# observed: same
# function: step
import tensorflow as tf


class Scale:
    def __init__(self, factor):
        self.factors = []
        self.factors.append(factor)
        self.names = {}
        self.names["only"] = factor


RESULT = []
for factor in (2.0, 3.0):
    scale = Scale(factor)

    def step(x, scale=scale):
        return x * scale.factors[0] + scale.names["only"]

    RESULT.append(step(tf.ones([2])))
    RESULT.append(step(tf.zeros([2])))
