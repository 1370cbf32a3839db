# observed: same
# function: f
import tensorflow as tf

class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def f(x):
    point = Point(x, x * 2.0)
    point.x = point.y + 1.0
    return point.x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
