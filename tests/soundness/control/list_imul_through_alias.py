# observed: differs
# function: f
import tensorflow as tf

ROWS = [1.0]


def f(x):
    rows = ROWS
    rows *= 2
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = ROWS
