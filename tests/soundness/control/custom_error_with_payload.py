# observed: same
# function: f
import tensorflow as tf

class Stop(Exception):
    def __init__(self, value, reason):
        super().__init__(reason)
        self.value = value


def search(x):
    for k in (1.0, 2.0):
        if k > 1.5:
            raise Stop(x * k, "found")


def f(x):
    try:
        search(x)
    except Stop as stop:
        return stop.value
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
