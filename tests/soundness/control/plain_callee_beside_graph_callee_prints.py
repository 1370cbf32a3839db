# observed: output-differs
# function: f
import tensorflow as tf

def inner(x):
    print("running")
    return x


@tf.function
def helper(x):
    return inner(x) * 2.0


def f(x):
    return helper(x) + inner(x)


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
