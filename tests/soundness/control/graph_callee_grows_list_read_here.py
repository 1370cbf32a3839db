# observed: differs
# function: f
import tensorflow as tf

calls = []


@tf.function
def helper(x):
    calls.append(1)
    return x * 2.0


def f(x):
    y = helper(x)
    return y * float(len(calls))


RESULT = (f(tf.ones([2])), f(tf.ones([2])), f(tf.ones([3])), f(tf.ones([2])))
