# observed: same
# function: f
import tensorflow as tf

class Vector:
    def __init__(self, v):
        self.v = v

    def __mul__(self, k):
        return Vector(self.v * k)

    def __add__(self, other):
        return Vector(self.v + other.v)


def f(x):
    return (Vector(x) * 3.0 + Vector(x)).v


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
