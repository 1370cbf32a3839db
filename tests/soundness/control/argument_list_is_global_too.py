# observed: differs
# function: f
import tensorflow as tf

items = [2.0]


def f(x, given):
    return x * given[0] * items[0]


a = f(tf.ones([2]), items)
items[0] = 3.0
b = f(tf.ones([2]), [2.0])
RESULT = (a, b)
