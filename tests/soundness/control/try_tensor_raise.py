# observed: differs
# function: f
import tensorflow as tf

def check(x):
    if tf.reduce_sum(x) > 3.0:
        raise ValueError("too large")


def f(x):
    try:
        check(x)
    except ValueError:
        return x * 0.0
    return x


RESULT = (f(tf.ones([2])), f(tf.ones([20])))
