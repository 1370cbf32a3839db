# observed: same
# function: f
import tensorflow as tf
import functools


@functools.lru_cache(maxsize=None)
def factor(n):
    return 2.0**n


def f(x, n):
    return x * factor(n)


RESULT = (f(tf.ones([2]), 3), f(tf.ones([3]), 3))
