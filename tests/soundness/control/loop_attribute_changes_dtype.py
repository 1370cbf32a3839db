# observed: raises
# function: f
import tensorflow as tf

class Sum:
    def __init__(self):
        self.total = 0


def f(x):
    box = Sum()
    for v in x:
        box.total = box.total + v
    return box.total


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))
