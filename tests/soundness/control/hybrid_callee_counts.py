# observed: same
# function: f
import tensorflow as tf

calls = []


@tf.function
def helper(x):
    calls.append(1)
    return x * 2.0


def f(x):
    return helper(x) + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = len(calls)
