# observed: raises
# function: f
import tensorflow as tf

class Total:
    def __init__(self, values):
        self.total = tf.constant(0.0)
        for value in values:
            self.total = self.total + value


def f(x):
    return Total(x).total


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
