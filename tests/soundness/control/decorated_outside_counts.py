# observed: same
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
def f(x):
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = calls
