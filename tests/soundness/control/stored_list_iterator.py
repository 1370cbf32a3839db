# observed: differs
# function: f
import tensorflow as tf

class Feeder:
    def __init__(self, rates):
        self.rates = iter(rates)

    def rate(self):
        return next(self.rates, 0.0)


feeder = Feeder([1.0, 2.0, 3.0])


def f(x):
    return x * feeder.rate()


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
