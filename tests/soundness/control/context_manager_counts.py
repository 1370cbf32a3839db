# observed: differs
# function: f
import tensorflow as tf

class Scope:
    depth = 0

    def __enter__(self):
        Scope.depth += 1
        return self

    def __exit__(self, *details):
        return False


def f(x):
    with Scope():
        return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Scope.depth
