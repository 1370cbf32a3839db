# observed: differs
# function: f
import tensorflow as tf
import contextlib

closed = []


def f(x):
    with contextlib.ExitStack() as stack:
        stack.callback(closed.append, 1)
        y = x * 2.0
    return y


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = closed
