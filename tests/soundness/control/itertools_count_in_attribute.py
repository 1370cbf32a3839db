# observed: differs
# function: f
import tensorflow as tf
import itertools


class Ids:
    def __init__(self):
        self.counter = itertools.count(1)

    def fresh(self):
        return next(self.counter)


ids = Ids()


def f(x):
    return x * float(ids.fresh())


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
