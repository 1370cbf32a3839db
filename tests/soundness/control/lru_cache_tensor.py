# observed: raises
# function: f
import tensorflow as tf
import functools


@functools.lru_cache(maxsize=None)
def factor(n):
    return tf.fill([2], float(n))


def f(x, n):
    return x * factor(n)


RESULT = (f(tf.ones([1]), 3), f(tf.ones([2]), 3), factor(3) + 1.0)
