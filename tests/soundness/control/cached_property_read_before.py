# observed: same
# function: f
import tensorflow as tf
import functools


class Grid:
    @functools.cached_property
    def points(self):
        return tf.range(3, dtype=tf.float32)


grid = Grid()
first = grid.points


def f(x):
    return x + grid.points


RESULT = (f(tf.ones([3])), f(tf.zeros([3])), first)
