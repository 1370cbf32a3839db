# observed: same
# function: f
import tensorflow as tf

up, down = lambda v: v * 2.0, lambda v: -v


def f(x):
    return up(x) + down(x)


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))
