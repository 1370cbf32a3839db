# observed: differs
# function: f
import tensorflow as tf
import functools

calls = []


def counted(function):
    @functools.wraps(function)
    def wrapper(*args):
        calls.append(function.__name__)
        return function(*args)

    return wrapper


@counted
def helper(x):
    return x * 2.0


def f(x):
    return helper(x)


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = calls
