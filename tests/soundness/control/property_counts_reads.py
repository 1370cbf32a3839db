# observed: differs
# function: f
import tensorflow as tf

class Scale:
    def __init__(self):
        self.reads = 0

    @property
    def factor(self):
        self.reads += 1
        return 2.0


scale = Scale()


def f(x):
    return x * scale.factor


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = scale.reads
