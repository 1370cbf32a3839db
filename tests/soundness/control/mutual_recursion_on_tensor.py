# observed: raises
# function: f
import tensorflow as tf

def even(x):
    return x if tf.reduce_sum(x) > 10.0 else odd(x * 2.0)


def odd(x):
    return x if tf.reduce_sum(x) > 20.0 else even(x * 3.0)


def f(x):
    return even(x)


RESULT = (f(tf.ones([2])), f(tf.ones([20])))
