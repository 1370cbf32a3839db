# observed: same
# function: f
import tensorflow as tf

class Options:
    def __init__(self, k):
        self.k = k


scale = 1.0
one, two = Options(1.0), Options(2.0)


def f(x, options):
    return x * scale * options.k


a = f(tf.ones([2]), one)
scale = 5.0
RESULT = (a, f(tf.ones([2]), two))
