# observed: same
# function: f
import tensorflow as tf

def bump(counts):
    counts["steps"] += 1


def middle(x, counts):
    bump(counts)
    return x * 2.0


def outer(x):
    counts = {"steps": 0}
    result = middle(x, counts)
    bump(counts)
    return result + float(counts["steps"])


def f(x):
    return outer(x)


RESULT = (f(tf.ones([3])), f(tf.ones([3])))
