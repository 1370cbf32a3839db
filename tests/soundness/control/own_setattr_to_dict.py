# observed: differs
# function: f
import tensorflow as tf


class L:
    def __init__(self):
        self.__dict__["store"] = {}

    def __setattr__(self, name, value):
        self.store[name] = value

    def __getattr__(self, name):
        return self.store[name]


l = L()
l.k = 2.0


def f(x):
    return x * l.k


RESULT = [f(tf.ones(2))]
l.k = 3.0
RESULT.append(f(tf.ones(2)))
del l
