# observed: raises
# function: f
import tensorflow as tf

made = []


def f(x, n):
    while len(made) < n:
        made.append(tf.Variable(1.0))
    return x * made[n - 1]


RESULT = (f(tf.ones([2]), 1), f(tf.ones([2]), 2))
