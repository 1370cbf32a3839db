# observed: same
# function: f
import tensorflow as tf

@tf.function
def helper(x, n):
    print("tracing")
    return x * float(n)


def f(x, n):
    return helper(x, n) + 1.0


RESULT = (f(tf.ones([2]), 1), f(tf.ones([2]), 2), f(tf.ones([2]), 1))
