# observed: differs
# function: f
import tensorflow as tf

pairs = zip((1.0, 2.0), (3.0, 4.0))


def f(x):
    for a, b in pairs:
        x = x + a * b
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
