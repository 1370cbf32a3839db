# observed: differs
# function: f
import tensorflow as tf

history = []


def f(x):
    list(map(history.append, (1, 2)))
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = history
