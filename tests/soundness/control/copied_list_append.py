# observed: same
# function: f
import tensorflow as tf

history = [1.0]


def f(x):
    copy = list(history)
    copy.append(2.0)
    return x + sum(copy)


RESULT = (f(tf.ones([2])), f(tf.ones([2])), history)
