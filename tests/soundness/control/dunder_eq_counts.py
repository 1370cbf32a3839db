# observed: differs
# function: f
import tensorflow as tf

class Kind:
    def __init__(self):
        self.compared = 0

    def __eq__(self, other):
        self.compared += 1
        return True

    __hash__ = None


kind = Kind()


def f(x):
    if kind in [1, 2]:
        x = x + 1.0
    return x


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = kind.compared
