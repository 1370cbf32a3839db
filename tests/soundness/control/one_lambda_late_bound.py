# observed: differs
# function: f
import tensorflow as tf

k = 2.0
act = lambda v: v * k


def f(x, act):
    return act(x)


a = f(tf.ones([2]), act)
k = 3.0
RESULT = (a, f(tf.ones([2]), act))
