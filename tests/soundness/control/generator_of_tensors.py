# observed: same
# function: f
import tensorflow as tf

def parts(x):
    for k in (1.0, 2.0):
        yield x * k


def f(x):
    total = tf.zeros_like(x)
    for part in parts(x):
        total = total + part
    return total


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
