# observed: same
# function: f
import tensorflow as tf

numbers = iter([1.0, 2.0, 3.0])


@tf.function
def helper(x):
    return x * next(numbers)


def f(x):
    return helper(x) + 1.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
