# observed: differs
# function: f
import tensorflow as tf

class Lazy:
    def __init__(self):
        self.misses = []

    def __getattr__(self, name):
        self.misses.append(name)
        return 2.0


lazy = Lazy()


def f(x):
    return x * lazy.factor


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = lazy.misses
