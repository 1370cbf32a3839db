# observed: same
# function: f
import tensorflow as tf

class Box:
    def __init__(self, value):
        self.value = value

    @property
    def doubled(self):
        return self.value * 2.0 if self.value.shape[0] == 2 else self.value


def f(x):
    return Box(x).doubled


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
