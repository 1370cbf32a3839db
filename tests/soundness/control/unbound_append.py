# observed: differs
# function: f
import tensorflow as tf

history = []


def f(x):
    list.append(history, 1)
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = history
