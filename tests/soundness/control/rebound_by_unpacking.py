# observed: differs
# function: f
import tensorflow as tf

scale, shift = 1.0, 0.0


def f(x):
    return x * scale + shift


a = f(tf.ones([2]))
(scale, *others), last = (5.0, 1.0, 2.0), 3.0
RESULT = (a, f(tf.ones([2])))
