# observed: same
# function: f
import tensorflow as tf

class Box:
    def __init__(self, value):
        self.value = value

    @property
    def clipped(self):
        return tf.where(self.value > 1.0, tf.ones_like(self.value), self.value)


def f(x):
    return Box(x).clipped


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
