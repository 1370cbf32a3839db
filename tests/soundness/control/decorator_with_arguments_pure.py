# observed: same
# function: f
import tensorflow as tf

def scaled(k):
    def decorate(function):
        def wrapper(x):
            return function(x) * k

        return wrapper

    return decorate


@scaled(3.0)
def helper(x):
    return x + 1.0


def f(x):
    return helper(x)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
