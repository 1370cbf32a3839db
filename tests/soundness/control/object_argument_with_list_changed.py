# observed: differs
# function: f
import tensorflow as tf

class Options:
    def __init__(self):
        self.factors = [2.0]


options = Options()


def f(x, options):
    return x * sum(options.factors)


a = f(tf.ones([2]), options)
options.factors.append(3.0)
RESULT = (a, f(tf.ones([2]), options))
