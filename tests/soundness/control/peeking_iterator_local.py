# observed: same
# function: f
import tensorflow as tf

class Peek:
    def __init__(self, items):
        self.items, self.at = list(items), 0

    def take(self):
        self.at += 1
        return self.items[self.at - 1]


def f(x):
    peek = Peek([1.0, 2.0, 3.0])
    return x * peek.take() + peek.take()


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
