# observed: differs
# function: f
import tensorflow as tf

class Op:
    def __init__(self):
        self.calls = 0

    def __radd__(self, other):
        self.calls += 1
        return other * 2.0

    def __rmul__(self, other):
        return other


op = Op()


def f(n):
    return tf.ones([2]) * float(n + op)


f(2)
f(2)
RESULT = op.calls
