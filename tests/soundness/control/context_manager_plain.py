# observed: same
# function: f
import tensorflow as tf

class Scope:
    def __init__(self, factor):
        self.factor = factor

    def __enter__(self):
        return self.factor

    def __exit__(self, *details):
        return False


def f(x):
    with Scope(3.0) as factor:
        x = x * factor
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
