# observed: same
# function: f
import tensorflow as tf

@tf.function
def helper(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    return x


def f(x):
    return helper(x) + 1.0


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
