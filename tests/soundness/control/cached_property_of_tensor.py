# observed: raises
# function: f
import tensorflow as tf
import functools


class Grid:
    def __init__(self, n):
        self.n = n

    @functools.cached_property
    def points(self):
        return tf.range(self.n, dtype=tf.float32)


grid = Grid(3)


def f(x):
    return x + grid.points


a = f(tf.ones([3]))
RESULT = (a, grid.points + 1.0)
