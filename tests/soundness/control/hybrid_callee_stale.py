# observed: same
# function: f
import tensorflow as tf

scale = 2.0


@tf.function
def helper(x):
    return x * scale


def f(x):
    return helper(x) + 1.0


a = f(tf.ones([2]))
scale = 3.0
RESULT = (a, f(tf.ones([2])))
