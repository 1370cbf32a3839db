# observed: same
# function: f
import tensorflow as tf

def helper(x):
    if tf.reduce_sum(x) > 1.0:
        return x * 2.0
    return x


fast = tf.function(helper)


def f(x):
    return fast(x) + helper(x)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
