# observed: differs
# function: f
import tensorflow as tf

source = iter([1.0, 2.0, 3.0, 4.0])


def two():
    yield next(source)
    yield next(source)


def chained():
    yield from two()


def f(x):
    return x * sum(chained())


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
