# observed: same
# function: f
import tensorflow as tf

def retry(times):
    def decorate(function):
        def wrapper(x):
            for attempt in range(times):
                try:
                    return function(x)
                except KeyError:
                    pass
            return x

        return wrapper

    return decorate


@retry(2)
def helper(x):
    return x * 2.0


def f(x):
    return helper(x)


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
