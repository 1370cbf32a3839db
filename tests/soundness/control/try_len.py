# observed: same
# function: f
import tensorflow as tf

def size(item):
    try:
        return len(item)
    except TypeError:
        return 1


def f(x):
    return x * float(size(x))


RESULT = (f(tf.ones([2])), f(tf.ones([3])))
