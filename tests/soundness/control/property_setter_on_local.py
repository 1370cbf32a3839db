# observed: same
# function: f
import tensorflow as tf

class Dial:
    def __init__(self):
        self._value = 0.0

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, item):
        self._value = item * 2.0


def f(x):
    dial = Dial()
    dial.value = x
    return dial.value


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
