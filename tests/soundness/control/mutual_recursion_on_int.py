# observed: same
# function: f
import tensorflow as tf

def even(x, n):
    return x if n == 0 else odd(x + 1.0, n - 1)


def odd(x, n):
    return x * 2.0 if n == 0 else even(x - 0.5, n - 1)


def f(x, n):
    return even(x, n)


RESULT = (f(tf.ones([2]), 3), f(tf.ones([2]), 4))
