# observed: differs
# function: f
import tensorflow as tf

history = []
record = history.append


def f(x):
    record(1)
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = history
