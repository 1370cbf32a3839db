# observed: differs
# function: f
import tensorflow as tf

window = [1.0, 2.0, 3.0]


def f(x):
    window[:-1] = window[1:]
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = window
