# observed: same
# function: f
import tensorflow as tf

order = [3.0, 1.0, 2.0]


def f(x):
    return x * order[0]


a = f(tf.ones([2]))
best = sorted(order)
RESULT = (a, f(tf.ones([2])), best)
