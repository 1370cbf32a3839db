# observed: differs
# function: f
import tensorflow as tf

halves = map(lambda v: v / 2.0, (1.0, 2.0))


def f(x):
    return x + sum(halves)


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
