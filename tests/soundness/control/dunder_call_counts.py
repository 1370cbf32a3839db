# observed: differs
# function: f
import tensorflow as tf

class Op:
    def __init__(self):
        self.calls = 0

    def __call__(self, x):
        self.calls += 1
        return x * 2.0


op = Op()


def f(x):
    return op(x)


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = op.calls
