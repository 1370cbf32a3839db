# observed: same
# function: f
import tensorflow as tf

@tf.function
def helper(x):
    print("tracing")
    return x * 2.0


def f(x):
    return helper(x) + 1.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
