# observed: differs
# function: f
import tensorflow as tf

history = [0]


def f(x):
    local = history
    local += [1]
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = history
