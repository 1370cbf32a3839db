# observed: same
# function: f
import tensorflow as tf

def windows(items, size):
    for start in range(len(items) - size + 1):
        yield items[start : start + size]


def f(x):
    total = x * 0.0
    for a, b in windows([1.0, 2.0, 3.0], 2):
        total = total + x * a * b
    return total


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
