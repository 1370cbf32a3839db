# observed: differs
# function: f
import tensorflow as tf

class Scope:
    left = 0

    def __enter__(self):
        return 2.0

    def __exit__(self, *details):
        Scope.left += 1
        return False


def f(x):
    with Scope() as factor:
        return x * factor


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = Scope.left
