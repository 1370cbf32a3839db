# observed: same
# function: f
import tensorflow as tf

def helper(x):
    tf.print("sum", tf.reduce_sum(x))
    return x


def f(x):
    return helper(x) * 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
