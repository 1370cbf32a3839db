# observed: same
# function: f
import tensorflow as tf

def inner(x):
    print("tracing")
    return x


@tf.function
def helper(x):
    return inner(x) * 2.0


def f(x):
    return helper(x) + 1.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
