# observed: differs
# function: f
import tensorflow as tf
import itertools

numbers = itertools.cycle([1.0, 2.0, 3.0])


def f(x):
    return x + sum(itertools.islice(numbers, 2))


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
