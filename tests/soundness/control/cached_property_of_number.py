# observed: same
# function: f
import tensorflow as tf
import functools


class Grid:
    def __init__(self, n):
        self.n = n

    @functools.cached_property
    def size(self):
        return float(self.n * self.n)


grid = Grid(3)


def f(x):
    return x + grid.size


RESULT = (f(tf.ones([3])), f(tf.zeros([3])))
