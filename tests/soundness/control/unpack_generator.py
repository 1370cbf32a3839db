# observed: differs
# function: f
import tensorflow as tf

numbers = iter([1.0, 2.0, 3.0, 4.0])


def f(x):
    a, b = next(numbers), next(numbers)
    return x * a + b


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
