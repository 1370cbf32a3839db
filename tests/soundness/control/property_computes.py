# observed: same
# function: f
import tensorflow as tf

class Scale:
    def __init__(self):
        self.base = 3.0

    @property
    def factor(self):
        return self.base * 2.0


scale = Scale()


def f(x):
    return x * scale.factor


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
