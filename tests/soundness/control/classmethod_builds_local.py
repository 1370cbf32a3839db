# observed: same
# function: f
import tensorflow as tf

class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b

    @classmethod
    def of(cls, x):
        return cls(x, x * 2.0)

    @staticmethod
    def add(pair):
        return pair.a + pair.b


def f(x):
    return Pair.add(Pair.of(x))


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
