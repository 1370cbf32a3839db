# observed: same
# function: f
import tensorflow as tf

MISSING = object()


def f(x, y=MISSING):
    if y is MISSING:
        return x
    return x + y


RESULT = (f(tf.ones([2])), f(tf.ones([2]), tf.ones([2])))
