# observed: same
# function: f
import tensorflow as tf

class Box:
    def __init__(self):
        self.k = 1.0


def f(x):
    box = Box()
    if tf.reduce_sum(x) > 1.0:
        box.k = 3.0
    return x * box.k


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))
