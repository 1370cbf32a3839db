# observed: differs
# function: f
import tensorflow as tf

class Counter:
    _one = None

    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
            cls._one.n = 0
        return cls._one


def f(x):
    Counter().n += 1
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Counter().n
