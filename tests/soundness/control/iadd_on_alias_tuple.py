# observed: same
# function: f
import tensorflow as tf

history = (0.0,)


def f(x):
    local = history
    local += (1.0,)
    return x + sum(local)


RESULT = (f(tf.ones([2])), f(tf.ones([2])), history)
