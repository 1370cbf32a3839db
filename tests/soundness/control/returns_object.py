# observed: raises
# function: f
import tensorflow as tf

class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b


def f(x):
    return Pair(x, x * 2.0)


RESULT = f(tf.ones([2])).b
