# observed: differs
# function: f
import tensorflow as tf

closed = []


def inner(x):
    try:
        raise KeyError("a")
    finally:
        closed.append(1)


def f(x):
    try:
        inner(x)
    except KeyError:
        pass
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = closed
