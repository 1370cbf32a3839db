# observed: differs
# function: f
import tensorflow as tf

def counted(function):
    def wrapper(x):
        wrapper.calls += 1
        return function(x)

    wrapper.calls = 0
    return wrapper


@counted
def helper(x):
    return x * 2.0


def f(x):
    return helper(x)


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = helper.calls
