# observed: differs
# function: f
import tensorflow as tf

COUNTS = {"steps": 0}


def bump():
    COUNTS["steps"] += 1


def middle(x):
    bump()
    return x * 2.0


def outer(x):
    return middle(x) + 1.0


def f(x):
    return outer(x)


first = f(tf.ones([3]))
second = f(tf.ones([3]))
RESULT = (first, second, COUNTS)
