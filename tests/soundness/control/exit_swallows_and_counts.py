# observed: differs
# function: f
import tensorflow as tf

class Guard:
    caught = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            Guard.caught += 1
        return True


def f(x, table):
    factor = 1.0
    with Guard():
        factor = table["a"]
    return x * factor


f(tf.ones([2]), {"b": 1.0})
f(tf.ones([2]), {"b": 1.0})
RESULT = Guard.caught
